package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1111111109);
  private static final long STEP = 1111111109 / 30;

  /** RFC 6238, appendix B, SHA-1: of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    var six = code.substring(2);
    assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(six);
    assertThat(Totp.step(SECRET, six, 0, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void clocksMayDifferByOneStep(long drift) {
    var code = Totp.code(SECRET, STEP + drift);
    assertThat(Totp.step(SECRET, code, 0, NOW)).hasValue(STEP + drift);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, -2, 2, 3})
  void andByNoMore(long drift) {
    assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP + drift), 0, NOW)).isEmpty();
  }

  @Test
  void aCodeThatWasUsedAndAnyOlderOneIsWorthNothing() {
    assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP), STEP, NOW)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP - 1), STEP, NOW)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, STEP + 1), STEP, NOW)).hasValue(STEP + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "081804 ", "81804", "0081804", "abcdef", "000000"})
  void anythingElseIsWrong(String typed) {
    assertThat(Totp.step(SECRET, typed, 0, NOW)).isEmpty();
  }

  @Test
  void whatIsNotSixDigitsIsMeantAsSomethingElse() {
    assertThat(Totp.isMeant("081804")).isTrue();
    assertThat(Totp.isMeant("8k3f-0000-0000-0000")).isFalse();
  }

  @Test
  void theAddressNamesEverythingAProgramNeeds() {
    assertThat(Totp.uri("ABC", "Movie Recap", "a+b@acme.example"))
        .isEqualTo(
            "otpauth://totp/Movie%20Recap:a%2Bb%40acme.example?secret=ABC&issuer=Movie%20Recap"
                + "&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void secretsAreAsLongAsTheHash() {
    assertThat(Totp.nextSecret()).hasSize(20).isNotEqualTo(Totp.nextSecret());
  }
}
