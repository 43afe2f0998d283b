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
    "12.5, 25/1",
    "15, 30/1",
    "14.985, 30000/1001",
    "12, 24/1",
    "11.988, 24000/1001",
    "20, 60/1",
    "0.5, 30/1",
    "0.25, 30/1",
    "18, 24000/1001",
    "26, 25/1",
    "29.6, 30000/1001",
    "48, 24/1",
    "100, 50/1",
    "119.88, 60000/1001",
    "120, 60/1",
    "240, 60/1",
    "90000, 25/1",
    "0, 25/1",
    "NaN, 25/1"
  })
  void isAStandardRateThatShowsTheFilmsPicturesEvenly(double measured, String fraction) {
    assertThat(FrameRate.of(measured).toString()).isEqualTo(fraction);
  }

  @Test
  void picturesAndSamplesNeverDriftApartOverALongRecap() {
    FrameRate rate = FrameRate.of(23.976);
    assertThat(rate.sampleAt(24_000, 48_000)).isEqualTo(1001 * 48_000);
    assertThat(rate.frameAt(rate.seconds(123_456))).isEqualTo(123_456);
  }
}
