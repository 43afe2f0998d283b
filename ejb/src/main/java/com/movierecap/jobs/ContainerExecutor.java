package com.movierecap.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A life of its own over the container's executor, which nobody but the container may shut down:
 * db-scheduler insists on shutting its executor down when it stops.
 */
final class ContainerExecutor extends AbstractExecutorService {
  private final ExecutorService container;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean down;

  ContainerExecutor(ExecutorService container) {
    this.container = container;
  }

  @Override
  public void execute(Runnable command) {
    if (down) {
      throw new RejectedExecutionException("the queue has stopped");
    }
    container.execute(
        () -> {
          running.add(Thread.currentThread());
          try {
            command.run();
          } finally {
            running.remove(Thread.currentThread());
          }
        });
  }

  @Override
  public void shutdown() {
    down = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    down = true;
    running.forEach(Thread::interrupt);
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return down;
  }

  @Override
  public boolean isTerminated() {
    return down && running.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (!running.isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }
}
