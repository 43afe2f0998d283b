package com.movierecap.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {
  @ParameterizedTest
  @CsvSource({
    "00:00:59;29, 29.97, 1799",
    "00:01:00;02, 29.97, 1800",
    "00:10:00;00, 29.97, 17982",
    "01:00:00;00, 29.97, 107892",
    "09:59:55;00, 29.97, 1078770",
    "01:00:00;00, 59.94, 215784",
    "00:01:00;04, 59.94, 3600",
    "10:00:00:00, 25, 900000",
    "01:00:00:00, 29.97, 108000",
    "01:00:00:12, 23.976, 86412",
    "01:00:00;12, 25, 90012"
  })
  void countsPicturesAndWritesThemBack(String text, double measured, long frame) {
    FrameRate rate = FrameRate.of(measured);
    Timecode timecode = Timecode.of(text, null, null).orElseThrow();
    assertThat(timecode.firstFrame(rate)).isEqualTo(frame);
    String shown = timecode.drop(rate) ? text : text.replace(';', ':');
    assertThat(Timecode.text(frame, rate, timecode.drop(rate))).isEqualTo(shown);
  }

  /** Cameras of 50 pictures a second give two of them one number. */
  @ParameterizedTest
  @CsvSource({
    "10:00:00:12, 50, 25, 1800024",
    "10:00:00:12, 50, 50, 1800012",
    "00:01:00;02, 59.94, 30, 3600",
    "01:00:00:10, 60, 120, 216005"
  })
  void countsWhatItNumbers(String text, double measured, int perSecond, long frame) {
    assertThat(new Timecode(text, null, perSecond).firstFrame(FrameRate.of(measured)))
        .isEqualTo(frame);
  }

  @ParameterizedTest
  @ValueSource(doubles = {29.97, 59.94})
  void everyPictureOfAnHourHasItsOwnNumber(double measured) {
    FrameRate rate = FrameRate.of(measured);
    String last = "";
    for (long frame = 0; frame < 3600L * rate.nominal(); frame++) {
      String text = Timecode.text(frame, rate, true);
      assertThat(text).isGreaterThan(last);
      assertThat(new Timecode(text, null, null).firstFrame(rate)).isEqualTo(frame);
      last = text;
    }
  }

  @Test
  void aDayBeginsAnew() {
    assertThat(Timecode.text(24L * 3600 * 25 + 3, FrameRate.of(25), false))
        .isEqualTo("00:00:00:03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1:2:3", "10:00:00", "00:61:00:00", "nonsense"})
  void whatIsNoTimecodeIsNone(String text) {
    assertThat(Timecode.of(text, null, null)).isEmpty();
  }
}
