package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final SecretCipher SEAL =
      SecretCipher.of(Base64.getEncoder().encodeToString(new byte[32]));
  private static final UUID ACME = UUID.randomUUID();

  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
  private final SecondFactor factor = factor(ada.id());

  @Test
  void whoeverBeganHasAQuarterOfAnHour() {
    var end = NOW.plus(Duration.ofMinutes(15));
    assertThat(factor.isOpen(NOW)).isTrue();
    assertThat(factor.isOpen(end.minusNanos(1))).isTrue();
    assertThat(factor.isOpen(end)).isFalse();
  }

  @Test
  void theProgramThatWasGivenItsSecretMakesItsCodes() {
    var enrolment = CallContext.in(ACME).get(() -> factor.enrolment(ada, SEAL));
    assertThat(enrolment.toString()).contains("ada%40acme.example").contains("Movie%20Recap");
    var secret = Base32.decode(enrolment.secret());
    var step = NOW.getEpochSecond() / 30;
    assertThat(typed(Totp.code(secret, step))).hasValue(step);
    assertThat(typed(Totp.code(secret, step + 5))).isEmpty();
  }

  @Test
  void anotherPersonsProgramDoesNot() {
    var others = factor(UUID.randomUUID());
    var secret =
        Base32.decode(CallContext.in(ACME).get(() -> others.enrolment(ada, SEAL)).secret());
    assertThat(typed(Totp.code(secret, NOW.getEpochSecond() / 30))).isEmpty();
  }

  @Test
  void aSecretOpensInItsOwnTenantAlone() {
    CallContext.in(UUID.randomUUID())
        .run(
            () ->
                assertThatThrownBy(() -> factor.step("000000", SEAL, NOW))
                    .isInstanceOf(IllegalStateException.class));
    assertThatThrownBy(() -> factor.step("000000", SEAL, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  private OptionalLong typed(String code) {
    return CallContext.in(ACME).get(() -> factor.step(code, SEAL, NOW));
  }

  private static SecondFactor factor(UUID account) {
    return CallContext.in(ACME).get(() -> new SecondFactor(account, SEAL, NOW));
  }
}
