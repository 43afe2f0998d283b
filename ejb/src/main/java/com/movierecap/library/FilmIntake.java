package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.FileKind;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.UnusableInputException;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.usage.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a film in while it streams: looks at its first bytes, stores it, and only then makes its
 * row. Holds no transaction while bytes flow; whatever fails, nothing is left behind.
 */
@ApplicationScoped
@AllowedTo(Role.EDIT)
public class FilmIntake {
  @Inject private S3ObjectStore store;
  @Inject private MovieService movies;
  @Inject private Quotas quotas;

  @Inject
  @ConfigProperty(name = "library.film.max.bytes")
  private long maxBytes;

  /**
   * @param subtitles that were looked at, or null
   * @param request names the request, so that sending it twice takes one film in
   * @throws ProblemException where the film can already be seen to be none, or a quota is used up
   */
  public Movie take(
      NewMovie wish,
      InputStream film,
      @Nullable SubtitleFile subtitles,
      UUID account,
      @Nullable IdempotencyKey request)
      throws IOException {
    var fingerprint = new Fingerprint();
    var arriving = fingerprint.of(new SizeLimitedInputStream(film, maxBytes));
    if (movies.isKnown(request)) {
      // nothing is stored twice, but another film under the same key must not pass for the first
      arriving.transferTo(OutputStream.nullOutputStream());
      return movies.getEarlier(request, fingerprint.text(wish, subtitles));
    }
    quotas.mustHaveRoom();
    var id = Ids.next();
    var head = arriving.readNBytes(FilmContainer.HEAD_BYTES);
    var container = sniff(head);
    try {
      long bytes = subtitles == null ? 0 : storeSubtitles(id, subtitles);
      var whole = new SequenceInputStream(new ByteArrayInputStream(head), arriving);
      bytes += store.put(MovieFiles.film(id), whole, container.mediaType());
      var stored = new StoredFilm(bytes, container, Optional.ofNullable(subtitles));
      var asked = fingerprint.text(wish, subtitles);
      var movie = movies.create(id, wish, stored, account, request, asked);
      if (!movie.id().equals(id)) {
        // the same request was quicker on another connection
        store.deleteFolder(ObjectKey.movieFolder(id));
      }
      return movie;
    } catch (IOException | RuntimeException e) {
      store.deleteFolder(ObjectKey.movieFolder(id));
      throw e;
    }
  }

  /** No film may be larger. */
  public long maxFilmBytes() {
    return maxBytes;
  }

  /**
   * Says beforehand what {@link #take} would refuse, as far as its first bytes tell.
   *
   * @param film begins like the film
   * @throws ProblemException as {@link #take} would
   */
  public void check(InputStream film) throws IOException {
    quotas.mustHaveRoom();
    sniff(film.readNBytes(FilmContainer.HEAD_BYTES));
  }

  private static FilmContainer sniff(byte[] head) {
    try {
      return FilmContainer.sniff(head);
    } catch (UnusableInputException e) {
      throw switch (e.reason()) {
        case EMPTY_FILE -> new ProblemException(ProblemType.EMPTY_FILE);
        case PLAYLIST -> new ProblemException(ProblemType.PLAYLIST);
        // names of formats are the same in every language
        default ->
            new ProblemException(
                ProblemType.NOT_A_FILM, FileKind.of(head).map(k -> k.label() + ": ").orElse(""));
      };
    }
  }

  private long storeSubtitles(UUID id, SubtitleFile subtitles) throws IOException {
    return store.put(
        MovieFiles.subtitles(id, null),
        new ByteArrayInputStream(subtitles.bytes()),
        "application/octet-stream");
  }
}
