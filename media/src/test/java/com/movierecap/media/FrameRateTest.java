package com.movierecap.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateTest {
  @ParameterizedTest
  @CsvSource({
    "24, 24/1",
    "23.976, 24000/1001",
    "23.98, 24000/1001",
    "29.97003, 30000/1001",
    "59.94, 60000/1001",
    "25.0004, 25/1",
    "12.5, 12500/1000",
    "90000, 87891/1000",
    "0, 25/1",
    "NaN, 25/1"
  })
  void isTheFractionMeantByAMeasuredRate(double measured, String fraction) {
    assertThat(FrameRate.of(measured).toString()).isEqualTo(fraction);
  }

  @Test
  void picturesAndSamplesNeverDriftApartOverALongRecap() {
    FrameRate rate = FrameRate.of(23.976);
    assertThat(rate.sampleAt(24_000, 48_000)).isEqualTo(1001 * 48_000);
    assertThat(rate.frameAt(rate.seconds(123_456))).isEqualTo(123_456);
  }
}
