package com.movierecap.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.session.SignInResult.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration FOREVER = Duration.ofDays(365);
  private static final Duration SILENCE = Duration.ofMinutes(31);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);

  private final SignIn signIn = signIn(LONGEST);

  /** 14 days, and never longer than its sign-in. */
  @Test
  void aRefreshTokenIsGoodFor14Days() {
    var family = signIn(Duration.ofDays(60));
    var token = new RefreshToken(family, "token", NOW);
    var end = NOW.plus(Duration.ofDays(14));
    assertThat(token.isAlive(end.minusNanos(1), FOREVER)).isTrue();
    assertThat(token.isAlive(end, FOREVER)).isFalse();
    var later = new RefreshToken(family, "next", NOW.plus(Duration.ofDays(50)));
    assertThat(later.isAlive(NOW.plus(Duration.ofDays(60)).minusNanos(1), FOREVER)).isTrue();
    assertThat(later.isAlive(NOW.plus(Duration.ofDays(60)), FOREVER)).isFalse();
  }

  @Test
  void aRefreshTokenIsWorthNothingWithoutItsSignIn() {
    var token = new RefreshToken(signIn, "token", NOW);
    assertThat(token.isAlive(NOW.plus(SILENCE), SILENCE)).isFalse();
    ada.disable();
    assertThat(token.isAlive(NOW, FOREVER)).isFalse();
  }

  private SignIn signIn(Duration longest) {
    var from = Origin.somebody("203.0.113.7", "browser", "r1");
    return new SignIn(new SignedIn(ada, false), SignIn.Kind.API, from, NOW, longest);
  }
}
