package com.movierecap.media.ffmpeg;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs of programs beside each other. Closing interrupts what still runs, which kills it. */
public final class ProcessPool implements AutoCloseable {
  /** Work that has no result but its files. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  private static final long LOOK_MILLIS = 150;

  private final ExecutorService threads;

  public ProcessPool(int atOnce) {
    threads = Executors.newFixedThreadPool(atOnce);
  }

  public <T> Future<T> start(Callable<T> run) {
    return threads.submit(run);
  }

  public Future<?> run(Work work) {
    return threads.submit(
        () -> {
          work.run();
          return true;
        });
  }

  public static <T> T await(Future<T> run) {
    return await(run, () -> {});
  }

  /**
   * @param meanwhile done a few times a second, and once at the end, in this thread
   * @throws FfmpegException where the run or the waiting for it failed
   */
  public static <T> T await(Future<T> run, Runnable meanwhile) {
    while (true) {
      try {
        T result = run.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        meanwhile.run();
        return result;
      } catch (TimeoutException e) {
        meanwhile.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FfmpegException("rendering was interrupted", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new FfmpegException("a part of the recap could not be made", e);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
