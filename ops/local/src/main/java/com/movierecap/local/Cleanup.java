package com.movierecap.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was started, last first: the order in which it has to stop. One that fails to stop does not
 * spare the others.
 */
final class Cleanup implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Cleanup.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T later(T thing) {
    started.push(thing);
    return thing;
  }

  /**
   * An interrupt may be why we stop; it must not cut the stopping short, so it is put aside
   * meanwhile.
   */
  @Override
  public synchronized void close() {
    boolean interrupted = Thread.interrupted();
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "could not stop one part of the local stack", e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
