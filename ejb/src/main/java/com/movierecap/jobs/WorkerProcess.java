package com.movierecap.jobs;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobHandler.Watcher;
import com.movierecap.json.Json;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.worker.WorkMessage;
import com.movierecap.media.worker.WorkMessage.Advanced;
import com.movierecap.media.worker.WorkMessage.Done;
import com.movierecap.media.worker.WorkMessage.Failed;
import com.movierecap.media.worker.WorkRequest;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Forks the worker for one attempt and listens to it. The worker decodes strangers' films with
 * native code: it gets no network, no files but its scratch folder, a memory cap and a time limit,
 * and when it crashes that costs one attempt.
 */
@ApplicationScoped
public class WorkerProcess {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class.getName());
  private static final int MAX_LINE = 8192;
  private static final int KILLED_BY_LIMIT = 128 + 9;

  @Inject private WorkerSandbox sandbox;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject
  @ConfigProperty(name = "worker.time.limit")
  private Duration timeLimit;

  /** How the worker ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record Failed(Failure failure) implements Outcome {}

    /** The watcher stopped it. */
    record Stopped() implements Outcome {}
  }

  private enum Kill {
    WATCHER,
    TIME_LIMIT
  }

  /** How far the worker says it is, shared with the clock that watches it. */
  private static final class State {
    private volatile Stage stage = Stage.PROBE;
    private volatile double done;

    void hear(Advanced message) {
      done = message.progress();
      stage = Stage.of(message.stage());
    }
  }

  /**
   * @param file with the request
   * @param scratch the only folder the worker may write to
   */
  Outcome run(WorkRequest request, Path file, Path scratch, Watcher watcher)
      throws IOException, InterruptedException {
    var errors = scratch.resolve("worker.err");
    var process =
        new ProcessBuilder(sandbox.command(request, file, scratch))
            .redirectError(errors.toFile())
            .start();
    var killed = new AtomicReference<@Nullable Kill>();
    var state = new State();
    long end = System.nanoTime() + timeLimit.toNanos();
    var clock =
        scheduler.scheduleWithFixedDelay(
            CallContext.current()
                .wrap(
                    () -> {
                      if (!watcher.mayGoOn(state.stage, state.done)) {
                        kill(process, killed, Kill.WATCHER);
                      } else if (System.nanoTime() > end) {
                        kill(process, killed, Kill.TIME_LIMIT);
                      }
                    }),
            1,
            1,
            TimeUnit.SECONDS);
    try {
      var last = listen(process.inputReader(), state);
      return outcome(process.waitFor(), last, killed.get(), state.stage, errors);
    } finally {
      clock.cancel(false);
      kill(process);
    }
  }

  /** Reads to the end; the worker's lines are strangers' words too and are held short. */
  private static @Nullable WorkMessage listen(BufferedReader lines, State state)
      throws IOException, InterruptedException {
    @Nullable WorkMessage last = null;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      var message = line.length() > MAX_LINE ? null : parse(line);
      if (message instanceof Advanced step) {
        state.hear(step);
      } else if (message != null) {
        last = message;
      }
    }
    return last;
  }

  private static @Nullable WorkMessage parse(String line) {
    try {
      return Json.parse(line, WorkMessage.class);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private static Outcome outcome(
      int exit, @Nullable WorkMessage last, @Nullable Kill killed, Stage stage, Path errors)
      throws IOException {
    if (killed == Kill.WATCHER) {
      return new Outcome.Stopped();
    }
    if (killed == Kill.TIME_LIMIT) {
      return new Outcome.Failed(Failure.ofProcessing(stage, "time-limit"));
    }
    if (last instanceof Done && exit == 0) {
      return new Outcome.Done();
    }
    var failed = last instanceof Failed told ? told : null;
    var input = failed == null ? Optional.<String>empty() : inputCode(failed);
    if (input.isPresent()) {
      return new Outcome.Failed(Failure.ofInput(stage, input.get()));
    }
    var text = Files.readString(errors);
    LOG.log(
        Level.WARNING,
        "worker ended with {0} in {1}: {2}",
        new Object[] {exit, stage.label(), text.substring(Math.max(0, text.length() - 4000))});
    return new Outcome.Failed(Failure.ofProcessing(stage, code(exit, failed)));
  }

  /** What is wrong with the customer's input; only words we know are believed. */
  private static Optional<String> inputCode(Failed last) {
    if (last.reason() != WorkMessage.Reason.INPUT) {
      return Optional.empty();
    }
    return Arrays.stream(UnusableInputException.Reason.values())
        .map(UnusableInputException.Reason::code)
        .filter(code -> code.equals(last.code()))
        .findFirst();
  }

  private static String code(int exit, @Nullable Failed last) {
    if (last != null) {
      return last.code();
    }
    return exit == KILLED_BY_LIMIT ? "killed" : exit > 128 ? "crashed" : "exit-" + exit;
  }

  private static void kill(Process process, AtomicReference<@Nullable Kill> killed, Kill why) {
    if (killed.compareAndSet(null, why)) {
      kill(process);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
