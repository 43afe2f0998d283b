package com.movierecap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Job job = new Job(JobKind.ANALYSE, UUID.randomUUID(), NOON);

  @Test
  void aClaimedJobIsHeldByItsAttemptOnly() {
    job.claim(NOON);
    job.release();
    job.claim(NOON);
    assertThat(job.isHeldBy(2)).isTrue();
    assertThat(job.isHeldBy(1)).isFalse();
  }

  @Test
  void aRunningJobCanBeClaimedAgainBecauseItsServerMayHaveDied() {
    job.claim(NOON);
    job.report(Stage.RENDER, 0.5);
    job.claim(NOON);
    assertThat(job.attempt()).isEqualTo(2);
    assertThat(job.stage()).isNull();
    assertThat(job.progress()).isZero();
  }

  @Test
  void anEndIsForEver() {
    job.claim(NOON);
    job.succeed(NOON.plusSeconds(90));
    assertThat(job.duration()).isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(() -> job.fail(Failure.ofInput(Stage.PROBE, "truncated"), NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.claim(NOON)).isInstanceOf(IllegalStateException.class);
    job.cancel(NOON);
    assertThat(job.status()).isEqualTo(Job.Status.SUCCEEDED);
  }

  @Test
  void aQueuedJobIsCancelledAtOnceAndARunningOneWhenItsWorkerHears() {
    var running = new Job(JobKind.RENDER, UUID.randomUUID(), NOON);
    running.claim(NOON);
    running.cancel(NOON);
    job.cancel(NOON);
    assertThat(job.status()).isEqualTo(Job.Status.CANCELLED);
    assertThat(running.status()).isEqualTo(Job.Status.RUNNING);
    assertThat(running.isCancelRequested()).isTrue();
  }

  @Test
  void aFailureOfTheCustomersInputHasASentenceOfItsOwnAndOursHaveOneTogether() {
    assertThat(Failure.ofInput(Stage.PROBE, "truncated").messageKey())
        .isEqualTo("failure.input.truncated");
    assertThat(Failure.ofProcessing(Stage.RENDER, "crashed").messageKey())
        .isEqualTo("failure.processing");
  }
}
