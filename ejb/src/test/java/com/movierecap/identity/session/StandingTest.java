package com.movierecap.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
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
      boolean required, boolean enrolled, boolean factored, Standing standing) {
    assertThat(Standing.of(new FactorStatus(required, null, enrolled ? 1 : 0, 0), factored))
        .isEqualTo(standing);
    assertThat(Standing.of(new FactorStatus(required, enrolled ? NOW : null, 0, 0), factored))
        .isEqualTo(standing);
  }

  @Test
  void aSessionOpensWhatItsStandingLeavesOfTheRole() {
    var ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
    var from = Origin.somebody("203.0.113.7", null, "r1");
    var signIn =
        new SignIn(new Entrance(ada, false), SignIn.Kind.PORTAL, from, NOW, Duration.ofHours(12));
    assertThat(new Session(signIn, "t", Standing.FULL).groups()).isEqualTo(Role.EDITOR.groups());
    assertThat(new Session(signIn, "t", Standing.ENROLLING).groups()).containsExactly(Role.ENROL);
    assertThat(new Session(signIn, "t", Standing.ENDED).groups()).isEmpty();
  }
}
