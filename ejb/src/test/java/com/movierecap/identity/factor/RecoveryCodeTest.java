package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryCodeTest {
  @Test
  void codesAreFourGroupsOfLettersThatCannotBeMistaken() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 1000; i++) {
      assertThat(RecoveryCode.next()).matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}");
      assertThat(seen.add(RecoveryCode.next())).isTrue();
    }
  }

  @Test
  void itMattersNotHowACodeWasWrittenDown() {
    var hash = RecoveryCode.hash("0123-4567-89ab-cdef");
    assertThat(RecoveryCode.hash("0123456789ABCDEF".toUpperCase(Locale.ROOT))).isEqualTo(hash);
    assertThat(RecoveryCode.hash(" oL23 4567 89ab cdef ")).isEqualTo(hash);
    assertThat(RecoveryCode.hash("0123-4567-89ab-cdee")).isNotEqualTo(hash);
    assertThat(hash).doesNotContain("0123");
  }

  @ParameterizedTest
  @CsvSource({
    "OOOO-1111-abcd-efgh, 0000-iIlL-ABCD-EFGH",
    "0000-1111-abcd-efgh, '(0000) 1111, abcd_efgh.'",
    "0000-1111-abcd-efgh, 0000\u20131111\u2013abcd\u2013efgh"
  })
  void aCodeIsTheSameHoweverItWasReadFromPaper(String one, String other) {
    assertThat(RecoveryCode.hash(one)).isEqualTo(RecoveryCode.hash(other));
  }
}
