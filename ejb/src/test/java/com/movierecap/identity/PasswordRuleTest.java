package com.movierecap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  private static final List<String> ADA = List.of("ada@acme.example", "Ada Lovelace");

  @ParameterizedTest
  @CsvSource({
    "1234567, password-length",
    "password, password-common",
    "Passw0rd, password-common",
    "drowssap, password-common",
    "aaaaaaaaaaaa, password-common",
    "ADA@acme.example, password-own-name",
    "ada lovelace, password-own-name"
  })
  void whatIsTriedFirstIsRefused(String password, String problem) {
    assertThatThrownBy(() -> PasswordRule.mustHold(password.toCharArray(), ADA))
        .hasMessageStartingWith(problem);
    assertThat(PasswordRule.score(password, ADA)).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"walrus lantern tuba", "日本語のパスワードです", "🎬🎞️🍿🎥🎭🎟️📽️🎬"})
  void anyCharactersMakeAPassword(String password) {
    assertThatCode(() -> PasswordRule.mustHold(password.toCharArray(), ADA))
        .doesNotThrowAnyException();
  }

  @Test
  void charactersAreCountedAsPeopleCountThem() {
    assertThat(PasswordRule.isTooLong("🎬".repeat(128).toCharArray())).isFalse();
    assertThat(PasswordRule.isTooLong("🎬".repeat(129).toCharArray())).isTrue();
  }

  @Test
  void theMeterRises() {
    assertThat(PasswordRule.score("password1", ADA)).isZero();
    assertThat(PasswordRule.score("walrus lantern tuba", ADA)).isEqualTo(PasswordRule.BEST);
  }
}
