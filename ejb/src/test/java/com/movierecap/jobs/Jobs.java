package com.movierecap.jobs;

import java.time.Instant;
import java.util.UUID;

/** Jobs in each state, for tests of whatever depends on one. */
public final class Jobs {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Jobs() {}

  public static Job queued(JobKind kind) {
    return new Job(kind, UUID.randomUUID(), NOON);
  }

  public static Job running(JobKind kind) {
    var job = queued(kind);
    job.claim(NOON);
    return job;
  }

  public static Job succeeded(JobKind kind) {
    var job = running(kind);
    job.succeed(NOON.plusSeconds(90));
    return job;
  }

  public static Job failed(JobKind kind) {
    var job = running(kind);
    job.fail(Failure.ofInput(Stage.PROBE, "truncated"), NOON);
    return job;
  }

  public static Job cancelled(JobKind kind) {
    var job = queued(kind);
    job.cancel(NOON);
    return job;
  }

  /** As a worker comes to its end. */
  public static void succeed(Job job) {
    job.succeed(NOON.plusSeconds(90));
  }

  public static void claim(Job job) {
    job.claim(NOON);
  }
}
