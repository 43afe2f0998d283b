package com.movierecap.portal.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The tide comes in | The tide comes in - recap.mp4",
        "AC/DC: live?      | AC DC live - recap.mp4",
        "..\\\\..\\\\etc        | etc - recap.mp4",
        "Wait...           | Wait - recap.mp4",
        "ملخص               | ملخص - recap.mp4",
        "???               | recap.mp4",
      })
  void aFileIsCalledAfterItsFilm(String title, String name) {
    assertThat(SavedName.of(title, "recap.mp4")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = "Ça \"va\" | Ça va - recap.mp4 | %C3%87a%20va%20-%20recap.mp4")
  void aHeaderNamesItInAllLettersAndInPlainOnes(String title, String name, String encoded) {
    assertThat(SavedName.of(title, "recap.mp4")).isEqualTo(name);
    assertThat(SavedName.attachment(name, "recap.mp4"))
        .isEqualTo("attachment; filename=\"recap.mp4\"; filename*=UTF-8''" + encoded);
  }
}
