package com.movierecap.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRunnerTest {
  @ParameterizedTest
  @CsvSource({
    "1, PT4S",
    "2, PT16S",
    "3, PT64S",
    "5, PT1024S",
    "6, PT1H",
    "12, PT1H",
    "1000, PT1H",
    "1000000, PT1H"
  })
  void eachWaitIsFourTimesTheOneBeforeAndNeverMoreThanAnHour(int attempt, Duration wait) {
    assertThat(JobRunner.backOff(attempt)).isEqualTo(wait);
  }

  @Test
  void aMailIsTriedForHoursAndAFilmForMinutes() {
    assertThat(waits(JobKind.MAIL)).isBetween(Duration.ofHours(6), Duration.ofHours(8));
    assertThat(waits(JobKind.RENDER)).isLessThan(Duration.ofMinutes(5));
  }

  private static Duration waits(JobKind kind) {
    return IntStream.range(1, kind.attempts())
        .mapToObj(JobRunner::backOff)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
