package com.movierecap.identity.session;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorMethods;
import com.movierecap.identity.session.SignInResult.SecondFactorNeeded;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInResultTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final SecondFactorNeeded needed =
      new SecondFactorNeeded(
          UUID.randomUUID(),
          new FactorMethods(true, Set.of("acme.example")),
          ProblemType.SECOND_FACTOR_REQUIRED);

  @Test
  void whoHasProvenThemselfIsIn() {
    var ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
    var result = new SignedIn(ada, true);
    assertThat(result.orElseThrow()).isSameAs(result);
    assertThat(result.impersonation()).isNull();
  }

  @Test
  void whoHasAFactorIsNotInBeforeItIsShown() {
    assertRefused(needed::orElseThrow, ProblemType.SECOND_FACTOR_REQUIRED);
  }

  @Test
  void aWrongSecondProofLeavesThePersonAndTheirMethodsAsTheyWere() {
    var again = needed.because(ProblemType.SECOND_FACTOR_WRONG);
    assertRefused(again::orElseThrow, ProblemType.SECOND_FACTOR_WRONG);
    assertThat(again.because(ProblemType.SECOND_FACTOR_REQUIRED)).isEqualTo(needed);
  }

  /** The portal keeps it in its session between two pages. */
  @Test
  void whatIsKeptBetweenTwoPagesCanBeWrittenDown() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(needed);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(needed);
    }
  }
}
