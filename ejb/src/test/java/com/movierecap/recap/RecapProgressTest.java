package com.movierecap.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import com.movierecap.media.Json;
import com.movierecap.recap.RecapProgress.Step;
import org.junit.jupiter.api.Test;

class RecapProgressTest {
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
