package com.movierecap.jobs;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobHandler.InputFailure;
import com.movierecap.jobs.JobHandler.Watcher;
import com.movierecap.jobs.WorkerProcess.Outcome;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.worker.WorkRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Runs one attempt of a job from claim to end. Holds no transaction while media work runs: each
 * step that records something is a transaction of {@link JobService}.
 */
@ApplicationScoped
public class JobRunner {
  private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Where each quota is looked at. */
  private static final Map<ProblemType, Stage> STAGES_OF_QUOTAS =
      Map.of(
          ProblemType.PROCESSING_QUOTA_EXCEEDED, Stage.PROBE,
          ProblemType.STORAGE_QUOTA_EXCEEDED, Stage.PUBLISH);

  @Inject private JobService jobs;
  @Inject @Any private Instance<JobHandler> handlers;
  @Inject private WorkerProcess worker;
  @Inject private Event<JobEvent> news;

  @Inject
  @ConfigProperty(name = "worker.scratch")
  private Path scratchRoot;

  /**
   * @return how long to wait before the job is looked at again, or empty where it has ended
   */
  Optional<Duration> run(UUID tenant, UUID id) {
    try {
      return CallContext.in(tenant).writing().call(() -> runBound(id));
    } catch (Exception e) {
      LOG.log(Level.SEVERE, "job " + id + " could not be run", e);
      return Optional.of(Duration.ofSeconds(10));
    }
  }

  private Optional<Duration> runBound(UUID id) throws IOException {
    var claim = jobs.claim(id);
    var job = claim.job();
    if (job == null) {
      return Optional.ofNullable(claim.again());
    }
    changed(job);
    if (job.status().isFinal()) {
      return Optional.empty();
    }
    var scratch = scratchRoot.resolve(id + "-" + job.attempt());
    try {
      Files.createDirectories(scratch);
      return attempt(job, handler(job), scratch);
    } finally {
      delete(scratch);
    }
  }

  private Optional<Duration> attempt(Job job, JobHandler handler, Path scratch) {
    @Nullable Failure failure = null;
    Watcher watcher = (stage, done) -> report(job, stage, done);
    try {
      var results = scratch;
      Outcome outcome = new Outcome.Done();
      if (handler instanceof WorkerJob forks) {
        var request = forks.prepare(job, scratch);
        results = Path.of(request.out());
        outcome = work(request, scratch, watcher);
      }
      if (outcome instanceof Outcome.Failed failed) {
        failure = failed.failure();
        if (failure.reason() == Failure.Reason.PROCESSING) {
          // what the worker said stands before it; customers name the job
          LOG.log(Level.WARNING, told(job) + ": " + failure.stage().label() + " " + failure.code());
        }
      } else if (outcome instanceof Outcome.Done) {
        if (watcher.mayGoOn(Stage.PUBLISH, 0) && handler.publish(job, results, watcher)) {
          var done = jobs.succeed(job.id(), job.attempt(), handler, results);
          if (done.isPresent()) {
            changed(done.get());
            return Optional.empty();
          }
        }
      }
    } catch (InputFailure e) {
      failure = e.failure();
    } catch (InterruptedException e) {
      // the server stops: the job waits for the next one
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure = failure(job, e);
    }
    handler.discard(job);
    var interrupted = Thread.interrupted();
    try {
      return giveBack(job, failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Outcome work(WorkRequest request, Path scratch, Watcher watcher)
      throws IOException, InterruptedException {
    var file = scratch.resolve("request.json");
    Json.write(file, request);
    return worker.run(request, file, scratch, watcher);
  }

  private static Failure failure(Job job, Exception e) {
    // what the plan does not allow it would not allow the next time
    if (e instanceof ProblemException rule && STAGES_OF_QUOTAS.containsKey(rule.type())) {
      return Failure.ofInput(STAGES_OF_QUOTAS.get(rule.type()), rule.type().slug());
    }
    LOG.log(Level.SEVERE, told(job), e);
    return Failure.ofProcessing(Stage.PUBLISH, "unexpected");
  }

  private static String told(Job job) {
    return "job " + job.id() + " attempt " + job.attempt();
  }

  private Optional<Duration> giveBack(Job job, @Nullable Failure failure) {
    var now = jobs.giveBack(job.id(), job.attempt(), failure);
    now.ifPresent(this::changed);
    if (now.isEmpty() || now.get().status().isFinal()) {
      return Optional.empty();
    }
    return Optional.of(failure == null ? Duration.ZERO : backOff(job.attempt()));
  }

  /** Four seconds, four times as long each time, and an hour at most. */
  static Duration backOff(int attempt) {
    var wait = Duration.ofSeconds(1L << Math.min(2 * attempt, Long.SIZE / 2));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** Whether the worker may go on. */
  private boolean report(Job job, Stage stage, double done) {
    var reported = jobs.report(job.id(), job.attempt(), stage, done);
    reported.ifPresent(this::changed);
    return reported.isPresent();
  }

  private void changed(Job job) {
    news.fire(new JobEvent.Changed(job));
  }

  private JobHandler handler(Job job) {
    return handlers.stream().filter(h -> h.kind() == job.kind()).findFirst().orElseThrow();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
