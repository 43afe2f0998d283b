package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Rendering.Aspect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {
  @ParameterizedTest
  @CsvSource({
    "SOURCE, 1920, 1080, 1280, 720",
    "SOURCE, 1920, 804, 1280, 536",
    "SOURCE, 1080, 1920, 720, 1280",
    "SOURCE, 1440, 1080, 960, 720",
    "SOURCE, 321, 181, 320, 180",
    "WIDE, 3840, 2160, 1280, 720",
    "WIDE, 720, 576, 704, 396",
    "TALL, 1920, 1080, 594, 1056",
    "TALL, 1280, 720, 396, 704",
    "TALL, 1080, 1920, 720, 1280",
    "SQUARE, 1280, 720, 720, 720",
    "SQUARE, 320, 180, 180, 180"
  })
  void isAsLargeAsTheFilmAllowsAndNoLarger(
      Aspect aspect, int filmWidth, int filmHeight, int width, int height) {
    PictureSize size = PictureSize.of(filmWidth, filmHeight, aspect);
    assertThat(size.width()).isEqualTo(width);
    assertThat(size.height()).isEqualTo(height);
    double kept = filmWidth * size.keptWidth() / (filmHeight * size.keptHeight());
    assertThat(kept).isCloseTo(width / (double) height, within(0.01));
  }
}
