package com.movierecap.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.identity.session.SignInResult.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionAccessTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "false, false, false, FULL",
    "false, false, true, FULL",
    "true, false, false, ENROLLING",
    "true, false, true, FULL",
    "false, true, false, ENDED",
    "false, true, true, FULL",
    "true, true, false, ENDED",
    "true, true, true, FULL"
  })
  void whatASignInMayDoFollowsFromItsFactor(
      boolean required, boolean enrolled, boolean strong, SessionAccess access) {
    assertThat(SessionAccess.of(new FactorStatus(required, null, enrolled ? 1 : 0, 0), strong))
        .isEqualTo(access);
    assertThat(SessionAccess.of(new FactorStatus(required, enrolled ? NOW : null, 0, 0), strong))
        .isEqualTo(access);
  }

  @Test
  void aSessionOpensWhatItsAccessLeavesOfTheRole() {
    var ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
    var from = Origin.somebody("203.0.113.7", null, "r1");
    var signIn =
        new SignIn(new SignedIn(ada, false), SignIn.Kind.PORTAL, from, NOW, Duration.ofHours(12));
    assertThat(new Session(signIn, "t", SessionAccess.FULL).groups())
        .isEqualTo(Role.EDITOR.groups());
    assertThat(new Session(signIn, "t", SessionAccess.ENROLLING).groups())
        .containsExactly(Role.ENROL);
    assertThat(new Session(signIn, "t", SessionAccess.ENDED).groups()).isEmpty();
  }
}
