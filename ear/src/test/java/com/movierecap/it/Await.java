package com.movierecap.it;

import java.time.Duration;

/** Waits for what comes by itself, as long as a busy machine may take for it. */
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private Await() {}

  /** Something that may still be asked in vain. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * @param what is waited for, as a sentence's end: "it did not come about: …"
   */
  static void until(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about: " + what);
      }
      Api.pause();
    }
  }
}
