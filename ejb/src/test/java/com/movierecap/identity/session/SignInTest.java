package com.movierecap.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.identity.session.SignInResult.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration SILENCE = Duration.ofMinutes(31);
  private static final Duration FOREVER = Duration.ofDays(365);
  private static final UUID PLATFORM = UUID.randomUUID();
  private static final FactorStatus ENROLLED = new FactorStatus(false, NOW, 0, 10);
  private static final FactorStatus NONE = new FactorStatus(false, null, 0, 0);
  private static final String REASON = "a ticket: the picture is black";

  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
  private final Origin operator =
      Origin.somebody("203.0.113.9", null, "r2")
          .as(UUID.randomUUID(), PLATFORM, "op@platform.example");
  private final SignIn signIn = signIn(new SignedIn(ada, false));

  @Test
  void itLastsNoMomentLongerThanItMay() {
    assertThat(signIn.expiresAt()).isEqualTo(NOW.plus(LONGEST));
    assertThat(signIn.isAlive(NOW.plus(LONGEST).minusNanos(1), FOREVER)).isTrue();
    assertThat(signIn.isAlive(NOW.plus(LONGEST), FOREVER)).isFalse();
  }

  @Test
  void itIsOverWhenNothingWasHeardOfItForSoLong() {
    assertThat(signIn.isAlive(NOW, SILENCE)).isTrue();
    assertThat(signIn.isAlive(NOW.plus(SILENCE).minusNanos(1), SILENCE)).isTrue();
    assertThat(signIn.isAlive(NOW.plus(SILENCE), SILENCE)).isFalse();
  }

  @Test
  void itIsOverWhileItsOwnerMayNotCome() {
    ada.disable();
    assertThat(signIn.isAlive(NOW, SILENCE)).isFalse();
    ada.enable();
    assertThat(signIn.isAlive(NOW, SILENCE)).isTrue();
  }

  @Test
  void itIsSeenToTheMinute() {
    assertThat(signIn.wasSeenLongAgo(NOW)).isFalse();
    assertThat(signIn.wasSeenLongAgo(NOW.plusSeconds(60))).isFalse();
    assertThat(signIn.wasSeenLongAgo(NOW.plusSeconds(60).plusNanos(1))).isTrue();
  }

  @Test
  void whoeverGetsAFactorHasToShowIt() {
    assertThat(signIn.access(NONE)).isEqualTo(SessionAccess.FULL);
    assertThat(signIn.access(ENROLLED)).isEqualTo(SessionAccess.ENDED);
    signIn.showedFactor();
    assertThat(signIn.access(ENROLLED)).isEqualTo(SessionAccess.FULL);
  }

  @Test
  void anOperatorInSomebodysPlaceStaysHalfAnHour() {
    var instead = instead();
    assertThat(instead.isAlive(NOW.plus(Duration.ofMinutes(30)).minusNanos(1), FOREVER)).isTrue();
    assertThat(instead.isAlive(NOW.plus(Duration.ofMinutes(30)), FOREVER)).isFalse();
  }

  @Test
  void anOperatorInSomebodysPlaceHasShownAFactorOfTheirOwn() {
    assertThat(instead().access(ENROLLED)).isEqualTo(SessionAccess.FULL);
    assertThat(instead().access(new FactorStatus(true, null, 0, 0))).isEqualTo(SessionAccess.FULL);
  }

  @Test
  void theLogNamesWhoeverCameIn() {
    CallContext.in(UUID.randomUUID())
        .run(
            () -> {
              assertThat(signIn.origin().actor()).isEqualTo("ada@acme.example");
              signIn.origin().mustBeInPerson();
              assertThat(instead().origin().actor())
                  .isEqualTo("op@platform.example → ada@acme.example");
              assertThat(instead().origin().tenant()).isEqualTo(PLATFORM);
              assertThatThrownBy(() -> instead().origin().mustBeInPerson()).isNotNull();
            });
  }

  private SignIn instead() {
    return signIn(new SignedIn(ada, false, new Impersonation(operator, UUID.randomUUID(), REASON)));
  }

  private static SignIn signIn(SignedIn entrance) {
    return signIn(entrance, LONGEST);
  }

  private static SignIn signIn(SignedIn entrance, Duration longest) {
    var from = Origin.somebody("203.0.113.7", "browser", "r1");
    return new SignIn(entrance, SignIn.Kind.PORTAL, from, NOW, longest);
  }
}
