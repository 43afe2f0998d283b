package com.movierecap.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.session.SignInResult.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void programsStaySignedInForAsLongAsPeopleCannot() {
    var limits =
        new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(2));
    assertThat(limits.longest(SignIn.Kind.PORTAL)).isEqualTo(Duration.ofHours(12));
    assertThat(limits.longest(SignIn.Kind.API)).isEqualTo(Duration.ofDays(60));
    assertThat(limits.silence(SignIn.Kind.API)).isEqualTo(Duration.ofDays(60));
  }

  /** It is seen to the minute: without that one, it could end before its owner's time is over. */
  @Test
  void aSessionOutlivesItsOwnersSilenceByTheMinuteToWhichItIsSeen() {
    var limits =
        new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(2));
    var ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
    var from = Origin.somebody("203.0.113.7", null, "r1");
    var signIn =
        new SignIn(new SignedIn(ada, false), SignIn.Kind.PORTAL, from, NOW, Duration.ofHours(12));
    var lastClick = NOW.plusSeconds(60);
    assertThat(signIn.wasSeenLongAgo(lastClick)).isFalse();
    var almostIdle = lastClick.plus(limits.idle()).minusNanos(1);
    assertThat(signIn.isAlive(almostIdle, limits.silence(SignIn.Kind.PORTAL))).isTrue();
    assertThat(signIn.isAlive(almostIdle.plusNanos(1), limits.silence(SignIn.Kind.PORTAL)))
        .isFalse();
  }
}
