package com.movierecap.kernel;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003", "\n", "\t\r\n"})
  void whatCannotBeSeenIsNone(String text) {
    assertInvalid(() -> Line.of(text, "name", 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\nb\nc",
        "a\r\n\r\nb",
        "\u0000a",
        "a\n\u0000\nb",
        "a\u0085b",
        "a\u007fb"
      })
  void aLineHoldsNoControlCharacterHoweverManyLinesThereAre(String text) {
    assertInvalid(() -> Line.of("x" + text + "x", "name", 20));
  }

  @Test
  void spacesAroundItDoNotCount() {
    assertThat(Line.of("  Ada\u2003", "name", 3)).isEqualTo("Ada");
    assertThat(Line.of("Ada Lovelace", "name", 20)).isEqualTo("Ada Lovelace");
    assertThat(Line.of("مرحبا 🎬", "name", 20)).isEqualTo("مرحبا 🎬");
  }

  @Test
  void itHasABound() {
    assertThat(Line.of("x".repeat(10), "name", 10)).hasSize(10);
    assertInvalid(() -> Line.of("x".repeat(11), "name", 10));
  }

  @ParameterizedTest
  @CsvSource({"abc,3,abc", "abcd,3,abc", "ab🎬,3,ab", "ab🎬,4,ab🎬", "a🎬bc,3,a🎬", "🎬,1,''"})
  void theStartOfATextHoldsWholeCharacters(String text, int most, String start) {
    assertThat(Line.start(text, most)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"abc,3,abc", "abcd,3,bcd", "🎬ab,3,ab", "🎬ab,4,🎬ab", "ab🎬c,3,🎬c", "🎬,1,''"})
  void andSoDoesItsEnd(String text, int most, String end) {
    assertThat(Line.end(text, most)).isEqualTo(end);
  }
}
