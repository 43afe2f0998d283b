package com.movierecap.jobs;

/**
 * What comes again by itself and is no tenant's: run by one node at a time, however many there are,
 * and by the next where one dies. Runs without a transaction.
 */
public interface RecurringJob {
  /** Under which the nodes know it; never changes. */
  String name();

  /**
   * When it runs, in db-scheduler's words: {@code FIXED_DELAY|600s}, or {@code DAILY|03:00|UTC}.
   */
  String schedule();

  /** An exception is logged, and the job runs again when its time comes. */
  void run();
}
