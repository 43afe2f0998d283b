package com.movierecap.identity.factor;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\nb\nc", "a\u0000"})
  void aPasskeysNameIsOneLine(String name) {
    assertInvalid(() -> passkey(name));
  }

  @Test
  void aPasskeysNameHasABound() {
    assertThat(passkey(" Ada's phone ").name()).isEqualTo("Ada's phone");
    assertThat(passkey("x".repeat(100)).name()).hasSize(100);
    assertInvalid(() -> passkey("x".repeat(101)));
  }

  private Passkey passkey(String name) {
    var credential = new Passkey.Credential(new byte[16], new byte[77], true, 0);
    return new Passkey(UUID.randomUUID(), name, "acme.example", credential, NOW);
  }
}
