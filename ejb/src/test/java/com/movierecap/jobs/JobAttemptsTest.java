package com.movierecap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.jobs.Job.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobAttemptsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void aJobIsTriedAsOftenAsItsKindSays(JobKind kind) {
    var job = new Job(kind, UUID.randomUUID(), NOON);
    for (int attempt = 1; attempt < kind.attempts(); attempt++) {
      job.claim(NOON);
      assertThat(job.mayTryAgain()).as("after attempt %d", attempt).isTrue();
      job.release();
    }
    job.claim(NOON);
    assertThat(job.mayTryAgain()).isFalse();
  }

  @Test
  void mailOutlivesAMailServersNightAndIsNoProcessing() {
    assertThat(JobKind.MAIL.attempts()).isGreaterThan(JobKind.RENDER.attempts());
    assertThat(JobKind.MAIL.isPrompt()).isTrue();
    assertThat(JobKind.MAIL.isProcessing()).isFalse();
    assertThat(JobKind.EXPORT.isProcessing()).isFalse();
    assertThat(JobKind.RENDER.isProcessing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "-0.001,0", "0,0", "0.5,0.5", "1,1", "1.001,1", "Infinity,1"})
  void progressIsAShare(double reported, double kept) {
    var job = Jobs.running(JobKind.RENDER);
    job.report(Stage.RENDER, reported);
    assertThat(job.progress()).isEqualTo(kept);
  }

  @Test
  void whoSucceedsIsDone() {
    var job = Jobs.running(JobKind.RENDER);
    job.report(Stage.PUBLISH, 0.2);
    job.succeed(NOON);
    assertThat(job.progress()).isEqualTo(1);
  }

  @Test
  void aReleasedJobIsNobodysUntilItIsClaimed() {
    var job = Jobs.running(JobKind.RENDER);
    job.release();
    assertThat(job.status()).isEqualTo(Status.QUEUED);
    assertThat(job.isHeldBy(1)).isFalse();
  }

  @Test
  void onlyTheLastAttemptsTimeCounts() {
    var job = new Job(JobKind.RENDER, UUID.randomUUID(), NOON);
    assertThat(job.duration()).isZero();
    job.claim(NOON);
    assertThat(job.duration()).isZero();
    job.release();
    job.claim(NOON.plusSeconds(600));
    job.succeed(NOON.plusSeconds(630));
    assertThat(job.duration()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aJobThatWasCancelledBeforeItBeganTookNoTime() {
    var job = new Job(JobKind.RENDER, UUID.randomUUID(), NOON);
    job.cancel(NOON.plusSeconds(60));
    assertThat(job.duration()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"SUCCEEDED", "FAILED", "CANCELLED"})
  void nothingHappensToAJobThatHasEnded(Status end) {
    var job = ended(end);
    assertThatThrownBy(() -> job.claim(NOON)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(job::release).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.succeed(NOON)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.cancelled(NOON)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> job.fail(Failure.ofProcessing(Stage.RENDER, "crashed"), NOON))
        .isInstanceOf(IllegalStateException.class);
    job.cancel(NOON);
    assertThat(job.status()).isEqualTo(end);
    assertThat(job.isCancelRequested()).isFalse();
  }

  @Test
  void onlyAFailedJobHasAReason() {
    assertThat(Jobs.failed(JobKind.ANALYSE).failure())
        .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("truncated"));
    assertThat(Jobs.succeeded(JobKind.ANALYSE).failure()).isEmpty();
    assertThat(Jobs.cancelled(JobKind.ANALYSE).failure()).isEmpty();
  }

  @Test
  void aFailureOfAnotherJobSaysTheSame() {
    var failure = Failure.ofInput(Stage.ANALYSE, "no-video");
    var copy = failure.copy();
    assertThat(copy).isNotSameAs(failure);
    assertThat(copy.stage()).isEqualTo(Stage.ANALYSE);
    assertThat(copy.reasonSlug()).isEqualTo("input");
    assertThat(copy.messageKey()).isEqualTo(failure.messageKey());
    assertThat(new JobHandler.InputFailure(Stage.PROBE, "empty").failure().messageKey())
        .isEqualTo("failure.input.empty");
  }

  private static Job ended(Status end) {
    return switch (end) {
      case SUCCEEDED -> Jobs.succeeded(JobKind.RENDER);
      case FAILED -> Jobs.failed(JobKind.RENDER);
      default -> Jobs.cancelled(JobKind.RENDER);
    };
  }
}
