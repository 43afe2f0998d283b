package com.movierecap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private final PasswordHash passwords = new PasswordHash();

  @Test
  void aHashDescribesItselfAndOpensToItsPasswordOnly() {
    var hash = passwords.hash("korrekt größe 馬".toCharArray());
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.verify("korrekt größe 馬".toCharArray(), hash)).isTrue();
    assertThat(passwords.verify("korrekt grosse".toCharArray(), hash)).isFalse();
  }

  @Test
  void theSamePasswordHashesDifferentlyEachTime() {
    assertThat(passwords.hash("same".toCharArray()))
        .isNotEqualTo(passwords.hash("same".toCharArray()));
  }

  @Test
  void theParametersAreTakenFromTheHashAndNotFromTheCode() {
    var hash = passwords.hash("x".toCharArray());
    assertThat(passwords.verify("x".toCharArray(), hash.replace("t=2", "t=1"))).isFalse();
  }

  @Test
  void textThatIsNoHashOpensToNothing() {
    assertThat(passwords.verify("x".toCharArray(), "x")).isFalse();
    assertThat(passwords.verify("x".toCharArray(), "$2a$10$abc")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$$$$$",
        "$argon2id$v=19$m=8192,t=1,p=1$",
        "$argon2id$v=19$$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$argon2id$v=19$m=a,t=b,p=c$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$argon2id$v=19$m=8192,t=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$argon2id$v=19$m=8192,t=1,p=1$!!!$???",
        "$argon2id$v=19$m=8192,t=1,p=1$A$A"
      })
  void norDoesHalfOfOne(String text) {
    assertThat(passwords.verify("x".toCharArray(), text)).isFalse();
  }

  @Test
  void aHashOfAnotherVersionOfTheAlgorithmIsNoneOfOurs() {
    var hash = passwords.hash("x".toCharArray());
    assertThat(passwords.verify("x".toCharArray(), hash)).isTrue();
    assertThat(passwords.verify("x".toCharArray(), hash.replace("v=19", "v=16"))).isFalse();
  }

  @Test
  void aHashOfWeakerTimesIsOutgrownAndStillGood() {
    var weaker = new PasswordHash(8 * 1024, 1);
    var today = new PasswordHash();
    var hash = weaker.hash("correct horse".toCharArray());
    assertThat(today.isOutgrown(hash)).isTrue();
    assertThat(today.verify("correct horse".toCharArray(), hash)).isTrue();
    assertThat(today.isOutgrown(today.hash("correct horse".toCharArray()))).isFalse();
  }

  @Test
  void howAKeyboardPutsACharacterTogetherDoesNotMatter() {
    var hash = new PasswordHash().hash("caf\u00e9 am see".toCharArray());
    assertThat(new PasswordHash().verify("cafe\u0301 am see".toCharArray(), hash)).isTrue();
  }
}
