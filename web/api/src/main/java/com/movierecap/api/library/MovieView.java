package com.movierecap.api.library;

import com.movierecap.api.recap.FailureView;
import com.movierecap.i18n.Messages;
import com.movierecap.jobs.Job;
import com.movierecap.library.Movie;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A movie as the API shows it. What is known only after the analysis is left out before. */
public record MovieView(
    String id,
    String title,
    @Nullable String language,
    String status,
    @Nullable String stage,
    double progress,
    String fileName,
    long fileBytes,
    boolean hasSubtitles,
    String createdAt,
    @Nullable Double durationSeconds,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double frameRate,
    @Nullable String videoCodec,
    @Nullable String audioCodec,
    @Nullable Integer shots,
    @Nullable Integer scenes,
    @Nullable String poster,
    @Nullable FailureView failure) {

  /** One page of them. */
  public record Listing(List<MovieView> items, @Nullable String next) {}

  static MovieView of(Movie movie, Messages words) {
    var facts = movie.facts().orElse(null);
    var job = movie.analysisJob();
    return new MovieView(
        movie.id().toString(),
        movie.title(),
        movie.language(),
        movie.status().name().toLowerCase(Locale.ROOT),
        job.stage() == null ? null : job.stage().label(),
        job.status() == Job.Status.SUCCEEDED ? 1 : job.progress(),
        movie.fileName(),
        movie.fileBytes(),
        movie.hasSubtitles(),
        movie.createdAt().toString(),
        facts == null ? null : facts.durationSeconds(),
        facts == null ? null : facts.width(),
        facts == null ? null : facts.height(),
        facts == null ? null : facts.frameRate(),
        facts == null ? null : facts.videoCodec(),
        facts == null ? null : facts.audioCodec(),
        facts == null ? null : facts.shots(),
        facts == null ? null : facts.scenes(),
        movie.isReady() ? "/api/movies/" + movie.id() + "/poster.jpg" : null,
        job.failure().map(f -> FailureView.of(f, words)).orElse(null));
  }
}
