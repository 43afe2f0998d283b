package com.movierecap.portal.library;

import com.movierecap.i18n.Bytes;
import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.FilmIntake;
import com.movierecap.library.NewMovie;
import com.movierecap.library.SubtitleFile;
import com.movierecap.library.SubtitleSettings;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Permissions;
import com.movierecap.portal.session.SameOriginCheck;
import com.movierecap.portal.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes films in for {@code upload.js}, one a request: the body is the subtitle file, where there
 * is one, and right after it the film, which streams into the store. Headers say where one ends and
 * the other begins, and what the film is called.
 *
 * <p>The answer comes in lines of JSON: {@code {"arrived":true}} as soon as the last byte is here,
 * from when on the page may be left, then what became of it. {@code /intake/check} takes the same
 * headers, the subtitles and only the film's first bytes, and says in time what would be refused at
 * the end.
 */
@WebServlet({IntakeServlet.PATH, IntakeServlet.CHECK})
public class IntakeServlet extends HttpServlet {
  static final String PATH = "/intake";
  static final String CHECK = "/intake/check";
  private static final Logger LOG = Logger.getLogger(IntakeServlet.class.getName());

  @Inject private FilmIntake intake;
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;
  @Inject private Notices notices;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/x-ndjson");
    response.setCharacterEncoding("UTF-8");
    if (!SameOriginCheck.isOurs(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      may.mustEdit();
      var wish =
          NewMovie.of(
              text(request, "Film-Title"),
              text(request, "Film-Language"),
              text(request, "Film-Name"));
      var cues = subtitles(request, wish);
      if (request.getServletPath().equals(CHECK)) {
        intake.check(request.getInputStream());
        say(response, Json.createObjectBuilder().add("welcome", true).build());
      } else {
        take(wish, cues, request, response);
      }
    } catch (ProblemException e) {
      refuse(response, e);
    } catch (Arriving.BrokenOff e) {
      // the browser is gone, or its network; it tries again by itself, and nothing was kept
      LOG.log(Level.FINE, "an upload broke off", e);
    }
  }

  private void take(
      NewMovie wish,
      @Nullable SubtitleFile cues,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long left = request.getContentLengthLong() - (cues == null ? 0 : cues.bytes().length);
    if (left < 0) {
      throw new ProblemException(ProblemType.FILM_MISSING);
    }
    var account = signedIn.required().account();
    var film =
        new Arriving(
            request.getInputStream(),
            left,
            () -> say(response, Json.createObjectBuilder().add("arrived", true).build()));
    var movie =
        intake.take(
            wish,
            film,
            cues,
            account,
            IdempotencyKey.of(account, text(request, "Idempotency-Key")));
    say(
        response,
        Json.createObjectBuilder()
            .add("film", request.getContextPath() + "/film.xhtml?id=" + movie.id())
            .add("title", movie.title())
            .build());
  }

  /** What nobody can read is refused by the check, before the film is on its way. */
  private static @Nullable SubtitleFile subtitles(HttpServletRequest request, NewMovie wish)
      throws IOException {
    var bytes = subtitles(request);
    return bytes == null
        ? null
        : SubtitleFile.of(
            text(request, "Subtitles-Name"), bytes, SubtitleSettings.USUAL, wish.language());
  }

  private static byte @Nullable [] subtitles(HttpServletRequest request) throws IOException {
    var said = request.getHeader("Subtitles-Bytes");
    if (said == null) {
      return null;
    }
    var bytes = said.matches("[0-9]{1,9}") ? Integer.parseInt(said) : 0;
    if (bytes == 0) {
      throw new ProblemException(ProblemType.EMPTY_FILE);
    }
    if (bytes > SubtitleFile.MAX_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, new Bytes(SubtitleFile.MAX_BYTES));
    }
    try {
      return request.getInputStream().readNBytes(bytes);
    } catch (IOException e) {
      throw new Arriving.BrokenOff(e);
    }
  }

  private void refuse(HttpServletResponse response, ProblemException problem) throws IOException {
    if (!response.isCommitted()) {
      response.setStatus(problem.type().status());
    }
    say(
        response,
        Json.createObjectBuilder()
            .add("problem", problem.type().slug())
            .add("title", notices.title(problem))
            .add("words", notices.words(problem))
            .build());
  }

  private static void say(HttpServletResponse response, JsonObject line) throws IOException {
    response.getWriter().write(line + "\n");
    response.flushBuffer();
  }

  /** Headers carry no letters beyond Latin 1, so the script sends them as parts of an address. */
  private static @Nullable String text(HttpServletRequest request, String header) {
    var sent = request.getHeader(header);
    if (sent == null) {
      return null;
    }
    try {
      return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, header);
    }
  }
}
