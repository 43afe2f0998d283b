package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.analysis.FilmWords;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.StoredObject;
import com.movierecap.storage.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What was found in the tenant's films. Holds no transaction while the store is read. */
@ApplicationScoped
@AllowedTo(Role.VIEW)
public class MovieAnalyses {
  @Inject private MovieService movies;
  @Inject private S3ObjectStore store;

  /**
   * @throws ProblemException where the film is not analysed yet
   */
  public MovieAnalysis get(UUID movie) {
    return read(open(movie, Wanted.WHOLE), MovieAnalysis.class);
  }

  /**
   * The document as it is stored: JSON in UTF-8.
   *
   * @throws ProblemException where the film is not analysed yet
   */
  public StoredObject open(UUID id, Wanted wanted) {
    var movie = movies.getReady(id);
    try {
      return store.open(MovieFiles.analysis(movie), wanted);
    } catch (ProblemException e) {
      // other words took these words' place in between
      var now = movies.getReady(id);
      if (Objects.equals(now.words(), movie.words())) {
        throw e;
      }
      return store.open(MovieFiles.analysis(now), wanted);
    }
  }

  /**
   * The words of all of the film's own tracks that could be read.
   *
   * @param film its analysis
   */
  List<SubtitleTrack> ownSubtitles(UUID movie, MovieAnalysis film) {
    StoredObject kept;
    try {
      kept = store.open(MovieFiles.ownSubtitles(movie), Wanted.WHOLE);
    } catch (ProblemException e) {
      // analysed before they were kept: those in use are all there is
      return Stream.ofNullable(FilmWords.trackIn(film)).toList();
    }
    return List.of(read(kept, SubtitleTrack[].class));
  }

  private static <T> T read(StoredObject json, Class<T> type) {
    try (var content = json.content()) {
      return Json.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
