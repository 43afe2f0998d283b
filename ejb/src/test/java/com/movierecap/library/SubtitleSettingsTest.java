package com.movierecap.library;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.SubtitleReport.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleSettingsTest {
  @ParameterizedTest
  @CsvSource({"0.5, -360000", "2, 360000", "1, 0"})
  void timesMayBeMovedAsFarAsAFilmIsLong(double stretch, double offset) {
    assertThat(SubtitleSettings.of(null, offset, stretch).timing())
        .isEqualTo(new Timing(stretch, offset));
  }

  @ParameterizedTest
  @CsvSource({
    "0.49, 0",
    "2.01, 0",
    "0, 0",
    "-1, 0",
    "NaN, 0",
    "Infinity, 0",
    "1, 360001",
    "1, -360001",
    "1, NaN",
    "1, Infinity"
  })
  void timesThatCannotBeMeantAreRefused(double stretch, double offset) {
    assertInvalid(() -> SubtitleSettings.of(null, offset, stretch));
  }

  @Test
  void whatIsNotSaidIsFoundOut() {
    assertThat(SubtitleSettings.of(null, null, null)).isEqualTo(SubtitleSettings.USUAL);
    assertThat(SubtitleSettings.of(" ", null, null)).isEqualTo(SubtitleSettings.USUAL);
    assertThat(SubtitleSettings.of(" windows-1252 ", null, null).encoding())
        .isEqualTo("windows-1252");
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon", "utf 8", "\u0000", "../x"})
  void anEncodingThatNobodyKnowsIsRefused(String encoding) {
    assertInvalid(() -> SubtitleSettings.of(encoding, null, null));
  }
}
