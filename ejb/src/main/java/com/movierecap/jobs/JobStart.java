package com.movierecap.jobs;

/**
 * Fired in the transaction in which a job would begin. Whoever hears it and knows why the job has
 * to wait says so; it is asked again later.
 */
public final class JobStart {
  private final Job job;
  private boolean held;

  JobStart(Job job) {
    this.job = job;
  }

  public Job job() {
    return job;
  }

  public void hold() {
    held = true;
  }

  boolean isHeld() {
    return held;
  }
}
