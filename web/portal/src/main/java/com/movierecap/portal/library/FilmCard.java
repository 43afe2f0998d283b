package com.movierecap.portal.library;

import com.movierecap.library.Movie;
import com.movierecap.portal.jobs.JobView;
import org.jspecify.annotations.Nullable;

/**
 * A film on the shelf.
 *
 * @param durationSeconds null until the film was analysed
 */
public record FilmCard(
    String id,
    String title,
    java.time.Instant createdAt,
    @Nullable Double durationSeconds,
    boolean ready,
    boolean hasSubtitles,
    int version,
    JobView job) {

  static FilmCard of(Movie movie) {
    return new FilmCard(
        movie.id().toString(),
        movie.title(),
        movie.createdAt(),
        movie.facts().map(Movie.Facts::durationSeconds).orElse(null),
        movie.isReady(),
        movie.hasSubtitles(),
        movie.version(),
        JobView.of(movie.analysisJob()));
  }
}
