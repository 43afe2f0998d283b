package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserHandleTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final UUID ACME = UUID.randomUUID();

  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);

  @Test
  void aPasskeysOwnerIsReadBack() {
    var handle = new UserHandle(ACME, ada.id());
    assertThat(handle.bytes()).hasSize(32);
    assertThat(UserHandle.parse(handle.bytes())).contains(handle);
    assertThat(CallContext.in(ACME).get(() -> UserHandle.of(ada))).isEqualTo(handle);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void whatIsNoHandleOfOursNamesNobody(int length) {
    assertThat(UserHandle.parse(new byte[length])).isEmpty();
  }
}
