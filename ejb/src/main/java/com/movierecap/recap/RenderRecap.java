package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Stage;
import com.movierecap.jobs.WorkerJob;
import com.movierecap.json.Json;
import com.movierecap.library.MovieFiles;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import com.movierecap.media.Watermark;
import com.movierecap.media.worker.WorkRequest;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.usage.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Has a recap selected and rendered from the kept analysis. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class RenderRecap implements WorkerJob {
  @Inject private S3ObjectStore store;
  @Inject private Quotas quotas;
  @Inject private RecapService recaps;
  @Inject private TenantWatermarks watermarks;

  @Override
  public JobKind kind() {
    return JobKind.RENDER;
  }

  @Override
  public WorkRequest prepare(Job job, Path scratch) throws IOException, InputFailure {
    quotas.mustHaveTime();
    var recap = recaps.get(job.subjectId());
    var movie = recap.movie();
    var duration = movie.facts().orElseThrow().durationSeconds();
    // the length was wished for while the film was still unknown
    if (recap.request().lengthSeconds() > duration) {
      throw new InputFailure(Stage.SELECT, "length-too-long");
    }
    var film = scratch.resolve("film");
    var analysis = scratch.resolve("analysis.json");
    store.fetch(MovieFiles.film(movie.id()), film);
    store.fetch(MovieFiles.analysis(movie), analysis);
    return new WorkRequest.Render(
        film.toString(),
        movie.fileName(),
        analysis.toString(),
        request(recap, scratch),
        recap.arePicksByHand() ? recap.picks() : null,
        recap.request().rendering().audioTrack(),
        Files.createDirectories(scratch.resolve("out")).toString());
  }

  /** With the tenant's watermark as it is now, where it is wanted and there is one. */
  private RecapRequest request(Recap recap, Path scratch) {
    var mark = recap.isWatermarked() ? watermarks.find() : Optional.<TenantWatermark>empty();
    return mark.map(
            laidOver -> {
              var png = scratch.resolve("watermark.png");
              store.fetch(ObjectKey.ofWatermark(laidOver.pictureId()), png);
              return recap
                  .request()
                  .withWatermark(
                      new Watermark(png.toString(), laidOver.corner(), laidOver.opacity()));
            })
        .orElseGet(recap::request);
  }

  @Override
  public boolean publish(Job job, Path results, Watcher watcher) {
    for (var output : result(results).outputs()) {
      store.put(
          ObjectKey.ofRecap(job.subjectId(), job.id(), output.name()),
          results.resolve(output.name()),
          output.mediaType());
    }
    return true;
  }

  @Override
  public void finish(Job job, Path results) {
    var result = result(results);
    var sizes = new LinkedHashMap<String, Long>();
    for (var output : result.outputs()) {
      sizes.put(output.name(), results.resolve(output.name()).toFile().length());
    }
    recaps.rendered(job.subjectId(), result, sizes);
  }

  private static RecapResult result(Path results) {
    return Json.read(results.resolve("recap.json"), RecapResult.class);
  }

  @Override
  public void discard(Job job) {
    store.deleteFolder(ObjectKey.renderingFolder(job.subjectId(), job.id()));
  }
}
