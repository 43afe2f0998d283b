package com.movierecap.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.jobs.JobProgress.Step;
import com.movierecap.json.Json;
import org.junit.jupiter.api.Test;

class JobProgressTest {
  @Test
  void whoWatchesHearsWhenItEnds() {
    assertThat(Step.of(Jobs.queued(JobKind.RENDER)).ends()).isFalse();
    assertThat(Step.of(Jobs.running(JobKind.RENDER)).ends()).isFalse();
    assertThat(Step.of(Jobs.succeeded(JobKind.RENDER)).ends()).isTrue();
    assertThat(Step.of(Jobs.failed(JobKind.RENDER)).ends()).isTrue();
    assertThat(Step.of(Jobs.cancelled(JobKind.RENDER)).ends()).isTrue();
    var step = Step.of(Jobs.running(JobKind.RENDER));
    assertThat(Json.parse(Json.line(step), Step.class)).isEqualTo(step);
  }
}
