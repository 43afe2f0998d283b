package com.movierecap.media.humble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTest {
  /** Units of a delimiter, parameters, a message or a picture, and what comes of them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a picture one can begin with, 000001 09F0 000001 65888400, false",
    "a message that all is whole at once, 000001 0606 01C480 000001 4188, false",
    "a message that all is whole later, 00000001 0606 012F80 000001 4188, true",
    "the same with lengths, 00000005 0606012F80 00000002 4188, true",
    "nothing, , false"
  })
  void avc(String name, String hex, boolean gradual) {
    assertThat(Refresh.gradual(bytes(hex))).isEqualTo(gradual);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an instant refresh, 000001 4001 0C 000001 4201 0C 000001 2601 AF, false",
    "a clean random access, 00000001 4601 50 00000001 2A01 AF, false",
    "a picture that others are needed for, 00000001 4601 50 00000001 0201 D0, true",
    "the same with lengths, 00000003 460150 00000003 0201D0, true",
    "parameters alone, 000001 4001 0C, false",
    "nothing, , false"
  })
  void hevc(String name, String hex, boolean gradual) {
    assertThat(Refresh.gradualHevc(bytes(hex))).isEqualTo(gradual);
  }

  private static byte[] bytes(String hex) {
    return hex == null ? new byte[0] : HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
