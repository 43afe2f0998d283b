package com.movierecap.portal.media;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.MovieFiles.Picture;
import com.movierecap.library.MovieService;
import com.movierecap.media.OutputFile;
import com.movierecap.portal.page.Address;
import com.movierecap.recap.RecapService;
import com.movierecap.recap.TenantWatermarks;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /media/movies/ID/poster.jpg}, {@code /media/recaps/ID/recap.mp4}, {@code
 * /media/watermark.png}: the tenant's files for the tenant's pages, in parts where a player asks
 * for parts. What is another tenant's is not there.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
  private static final String POSTER = "poster.jpg";
  private static final String WATERMARK = "/watermark.png";
  private static final Pattern PATH =
      Pattern.compile("/(movies|recaps)/([0-9a-f-]{36})/([a-z0-9.-]+)");

  @Inject private MovieService movies;
  @Inject private RecapService recaps;
  @Inject private TenantWatermarks watermarks;
  @Inject private S3ObjectStore store;
  @Inject private Renditions renditions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Medium medium;
    try {
      if (request.getParameter("w") != null) {
        sendSmall(request, response);
        return;
      }
      medium = open(request.getPathInfo(), Medium.wanted(request));
    } catch (ProblemException e) {
      response.sendError(e.type() == ProblemType.RANGE_NOT_SATISFIABLE ? e.type().status() : 404);
      return;
    }
    medium.send(response, request.getParameter("download") != null);
  }

  /**
   * A poster in a size that pages show it in ({@code w}, pixels). With {@code v}, the version of
   * what it belongs to, its address never means another picture, and browsers keep it.
   */
  private void sendSmall(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var matcher = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    var width = request.getParameter("w");
    if (!matcher.matches()
        || !matcher.group(3).equals(POSTER)
        || !width.matches("[0-9]{1,4}")
        || !Renditions.WIDTHS.contains(Integer.valueOf(width))) {
      throw ProblemException.notFound();
    }
    var id = Address.id(matcher.group(2));
    var ofMovie = matcher.group(1).equals("movies");
    int version = ofMovie ? movies.get(id).version() : recaps.get(id).version();
    var small =
        renditions.get(
            id + " " + version,
            Integer.parseInt(width),
            () ->
                ofMovie
                    ? store.open(movies.picture(id, Picture.POSTER), Wanted.WHOLE)
                    : store.open(recaps.output(id, POSTER), Wanted.WHOLE));
    response.setContentType(Renditions.MEDIA_TYPE);
    response.setContentLength(small.length);
    var kept = Integer.toString(version).equals(request.getParameter("v"));
    response.setHeader(
        "Cache-Control", kept ? "private, max-age=31536000, immutable" : "private, no-cache");
    response.getOutputStream().write(small);
  }

  private Medium open(@Nullable String path, Wanted wanted) {
    if (WATERMARK.equals(path)) {
      return new Medium(
          store.open(watermarks.picture(), wanted), "image/png", WATERMARK.substring(1));
    }
    var matcher = PATH.matcher(path == null ? "" : path);
    if (!matcher.matches()) {
      throw ProblemException.notFound();
    }
    var id = Address.id(matcher.group(2));
    var name = matcher.group(3);
    if (matcher.group(1).equals("movies")) {
      var picture =
          Arrays.stream(Picture.values())
              .filter(p -> p.fileName().equals(name))
              .findFirst()
              .orElseThrow(ProblemException::notFound);
      return new Medium(store.open(movies.picture(id, picture), wanted), picture.mediaType(), name);
    }
    return new Medium(
        store.open(recaps.output(id, name), wanted),
        OutputFile.named(name).mediaType(),
        SavedName.of(recaps.get(id).movie().title(), name));
  }
}
