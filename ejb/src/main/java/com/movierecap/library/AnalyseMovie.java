package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.WorkerJob;
import com.movierecap.json.Json;
import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.worker.WorkRequest;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.usage.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has a film analysed, once. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class AnalyseMovie implements WorkerJob {
  private static final String ANALYSIS = "analysis.json";
  private static final String OWN_SUBTITLES = "subtitles.json";

  @Inject private S3ObjectStore store;
  @Inject private Quotas quotas;
  @Inject private MovieService movies;

  @Override
  public JobKind kind() {
    return JobKind.ANALYSE;
  }

  @Override
  public WorkRequest prepare(Job job, Path scratch) throws IOException {
    quotas.mustHaveTime();
    var movie = movies.get(job.subjectId());
    var film = scratch.resolve("film");
    store.fetch(MovieFiles.film(movie.id()), film);
    var subtitles = scratch.resolve("subtitles");
    if (movie.hasSubtitles()) {
      store.fetch(MovieFiles.subtitles(movie), subtitles);
    }
    var settings = movie.subtitleSettings();
    return new WorkRequest.Analyse(
        film.toString(),
        new SubtitleInput(
            movie.hasSubtitles() ? subtitles.toString() : null,
            settings.encoding(),
            movie.language(),
            settings.timing()),
        Accuracy.NORMAL,
        Files.createDirectories(scratch.resolve("out")).toString());
  }

  @Override
  public boolean publish(Job job, Path results, Watcher watcher) {
    var movie = job.subjectId();
    store.put(MovieFiles.analysis(movie, null), results.resolve(ANALYSIS), "application/json");
    store.put(MovieFiles.ownSubtitles(movie), results.resolve(OWN_SUBTITLES), "application/json");
    for (var picture : MovieFiles.Picture.values()) {
      store.put(picture.of(movie), results.resolve(picture.fileName()), picture.mediaType());
    }
    return true;
  }

  @Override
  public void finish(Job job, Path results) {
    var file = results.resolve(ANALYSIS);
    long bytes = file.toFile().length() + results.resolve(OWN_SUBTITLES).toFile().length();
    for (var picture : MovieFiles.Picture.values()) {
      bytes += results.resolve(picture.fileName()).toFile().length();
    }
    movies.analysed(job.subjectId(), Json.read(file, MovieAnalysis.class), job.id(), bytes);
  }

  @Override
  public void discard(Job job) {
    if (movies.find(job.subjectId()).isEmpty()) {
      store.deleteFolder(ObjectKey.movieFolder(job.subjectId()));
    }
  }
}
