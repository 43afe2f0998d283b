package com.movierecap.api.library;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.library.MovieService;
import com.movierecap.library.MovieSubtitles;
import com.movierecap.library.SubtitleFile;
import com.movierecap.library.SubtitleSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The words of a film that is analysed: they can be changed at any time. */
@Path("/api/movies/{id}/subtitles")
@RequestScoped
@RolesAllowed(Role.EDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "movies")
public class SubtitlesResource {
  @Inject private MovieSubtitles subtitles;
  @Inject private MovieService movies;

  /**
   * How they are read from now on.
   *
   * @param encoding such as {@code windows-1255}; null finds it out
   * @param offsetSeconds to add to each time, below zero where they come late; null for none
   * @param stretch to multiply each time with first, 0.5 to 2; null for none
   * @param track number of the film's own subtitles to use, as its analysis lists them, in place of
   *     any file; null for those that are in use
   */
  @Schema(name = "SubtitleChange")
  public record Change(
      @Nullable String encoding,
      @Nullable Double offsetSeconds,
      @Nullable Double stretch,
      @Nullable Integer track) {}

  @GET
  @RolesAllowed(Role.VIEW)
  @Operation(operationId = "getSubtitles", summary = "How a film's subtitles were read")
  public SubtitlesView get(@PathParam("id") String id) {
    return SubtitlesView.of(subtitles.get(Responses.id(id)));
  }

  @PUT
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.TEXT_PLAIN,
    "text/vtt",
    "application/x-subrip",
    "application/ttml+xml",
    MediaType.APPLICATION_XML
  })
  @Operation(
      operationId = "setSubtitles",
      summary =
          "Add or replace the subtitles of an analysed film; recaps that were made keep theirs")
  public SubtitlesView set(
      @PathParam("id") String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream file,
      @QueryParam("file_name") @Nullable String name,
      @QueryParam("encoding") @Nullable String encoding,
      @QueryParam("offset_seconds") @Nullable Double offset,
      @QueryParam("stretch") @Nullable Double stretch,
      @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    var movie = Responses.id(id);
    var settings = SubtitleSettings.of(encoding, offset, stretch);
    var read = SubtitleFile.read(name, file, settings, movies.get(movie).language());
    return SubtitlesView.of(subtitles.put(movie, read, Responses.version(ifMatch)));
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeSubtitles",
      summary =
          "Read the subtitles that are there in another encoding, move them, or use others of the"
              + " film's own")
  public SubtitlesView change(
      @PathParam("id") String id, Change change, @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    var settings = SubtitleSettings.of(change.encoding(), change.offsetSeconds(), change.stretch());
    return SubtitlesView.of(
        subtitles.change(Responses.id(id), settings, change.track(), Responses.version(ifMatch)));
  }

  @DELETE
  @Operation(
      operationId = "removeSubtitles",
      summary = "Take the subtitles away that were handed in; a film's own are used again")
  public void remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    subtitles.remove(Responses.id(id), Responses.version(ifMatch));
  }
}
