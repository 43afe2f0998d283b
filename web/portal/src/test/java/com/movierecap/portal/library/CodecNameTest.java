package com.movierecap.portal.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecNameTest {
  @ParameterizedTest
  @CsvSource({
    "h264, H.264",
    "aac, AAC",
    "pcm_s16le, PCM",
    "hdmv_pgs_subtitle, PGS",
    "some_codec, SOME CODEC"
  })
  void codecsAreCalledAsPeopleCallThem(String codec, String name) {
    assertThat(new CodecName().of(codec)).isEqualTo(name);
  }
}
