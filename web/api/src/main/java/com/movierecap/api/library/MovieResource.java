package com.movierecap.api.library;

import com.movierecap.access.Role;
import com.movierecap.api.FileQuery;
import com.movierecap.api.Paging;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.FilmIntake;
import com.movierecap.library.MovieAnalyses;
import com.movierecap.library.MovieFiles.Picture;
import com.movierecap.library.MovieService;
import com.movierecap.library.NewMovie;
import com.movierecap.library.SubtitleFile;
import com.movierecap.library.SubtitleSettings;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.storage.S3ObjectStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's films. */
@Path("/api/movies")
@RequestScoped
@RolesAllowed(Role.VIEW)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "movies")
public class MovieResource {
  @Inject private MovieService movies;
  @Inject private MovieAnalyses analyses;
  @Inject private S3ObjectStore store;
  @Inject private FilmIntake intake;
  @Inject private Caller caller;
  @Inject private RequestLanguage words;
  @Inject private Paging paging;

  @POST
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "createMovie",
      summary =
          "Hand in a film, with subtitles or without; an Idempotency-Key makes sending it twice"
              + " harmless")
  @APIResponseSchema(value = MovieView.class, responseCode = "201")
  public Response create(
      @FormParam("film") @Schema(type = SchemaType.STRING, format = "binary")
          @Nullable EntityPart film,
      @FormParam("subtitles") @Schema(type = SchemaType.STRING, format = "binary")
          @Nullable EntityPart subtitles,
      @FormParam("subtitle_encoding") @Schema(type = SchemaType.STRING)
          @Nullable EntityPart encoding,
      @FormParam("subtitle_offset_seconds") @Schema(type = SchemaType.NUMBER)
          @Nullable EntityPart offset,
      @FormParam("subtitle_stretch") @Schema(type = SchemaType.NUMBER) @Nullable EntityPart stretch,
      @FormParam("title") @Schema(type = SchemaType.STRING) @Nullable EntityPart title,
      @FormParam("language") @Schema(type = SchemaType.STRING) @Nullable EntityPart language,
      @HeaderParam("Idempotency-Key") @Nullable String key)
      throws IOException {
    if (film == null) {
      throw new ProblemException(ProblemType.FILM_MISSING);
    }
    var wish = NewMovie.of(text(title), text(language), film.getFileName().orElse(null));
    var settings = SubtitleSettings.of(text(encoding), number(text(offset)), number(text(stretch)));
    // first, so that nobody's film is lost for them
    var cues = cues(subtitles, settings, wish.language());
    try (var content = film.getContent()) {
      var movie = intake.take(wish, content, cues, caller.id(), caller.key(key));
      return Response.created(URI.create("/api/movies/" + movie.id()))
          .entity(MovieView.of(movie, words.get()))
          .build();
    }
  }

  @GET
  @Operation(operationId = "listMovies", summary = "List films, newest first")
  public MovieView.Listing list(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = movies.list(paging.page(limit, after));
    var language = words.get();
    return new MovieView.Listing(
        page.items().stream().map(m -> MovieView.of(m, language)).toList(), paging.next(page));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getMovie", summary = "One film")
  @APIResponseSchema(MovieView.class)
  public Response get(@PathParam("id") String id) {
    var movie = movies.get(Responses.id(id));
    return Response.ok(MovieView.of(movie, words.get()))
        .tag(Responses.tag(movie.version()))
        .build();
  }

  @GET
  @Path("{id}/analysis")
  @Operation(
      operationId = "getMovieAnalysis",
      summary = "What was found in a film: shots, scenes, sound, subtitles")
  @APIResponseSchema(MovieAnalysis.class)
  public Response analysis(@PathParam("id") String id, @BeanParam FileQuery file) {
    return Responses.file(
        analyses.open(Responses.id(id), file.wanted()), MediaType.APPLICATION_JSON);
  }

  @GET
  @Path("{id}/{picture: poster\\.jpg|storyboard\\.jpg|storyboard\\.vtt}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "getMoviePicture", summary = "A picture of a film")
  public Response picture(
      @PathParam("id") String id, @PathParam("picture") String name, @BeanParam FileQuery file) {
    var picture =
        Arrays.stream(Picture.values())
            .filter(p -> p.fileName().equals(name))
            .findFirst()
            .orElseThrow(ProblemException::notFound);
    return Responses.file(
        store.open(movies.picture(Responses.id(id), picture), file.wanted()), picture.mediaType());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.EDIT)
  @Operation(operationId = "deleteMovie", summary = "Delete a film and all recaps of it")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    movies.delete(Responses.id(id), Responses.version(ifMatch));
  }

  /** Null where none were sent; browsers send a part without a name and bytes then. */
  private static @Nullable SubtitleFile cues(
      @Nullable EntityPart part, SubtitleSettings settings, @Nullable String language)
      throws IOException {
    if (part == null) {
      return null;
    }
    var name = part.getFileName().orElse("");
    try (var content = new PushbackInputStream(part.getContent())) {
      int first = content.read();
      if (first < 0 && name.isBlank()) {
        return null;
      }
      if (first >= 0) {
        content.unread(first);
      }
      return SubtitleFile.read(name, content, settings, language);
    }
  }

  private static @Nullable Double number(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, text.strip());
    }
  }

  private static @Nullable String text(@Nullable EntityPart part) throws IOException {
    if (part == null) {
      return null;
    }
    try (InputStream in = part.getContent()) {
      return new String(in.readNBytes(4096), StandardCharsets.UTF_8);
    }
  }
}
