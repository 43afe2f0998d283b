package com.movierecap.portal.signin;

import com.movierecap.identity.session.SignInResult.SecondFactorNeeded;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody whose first proof was right and whose second is still to come, for five minutes. */
@SessionScoped
public class PendingSignIn implements Serializable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of a tenant. */
  record Who(UUID tenant, SecondFactorNeeded needed, Instant until) implements Serializable {}

  private @Nullable Who who;

  void begin(UUID tenant, SecondFactorNeeded needed) {
    who = new Who(tenant, needed, Instant.now(Clock.systemUTC()).plus(PATIENCE));
  }

  void end() {
    who = null;
  }

  public boolean isThere() {
    return who != null;
  }

  /** Whoever it is, however long ago. */
  Optional<Who> who() {
    return Optional.ofNullable(who);
  }

  /**
   * @throws ProblemException where it took too long
   */
  Who required() {
    var known = who;
    if (known == null || Instant.now(Clock.systemUTC()).isAfter(known.until())) {
      end();
      throw new ProblemException(ProblemType.SIGN_IN_EXPIRED);
    }
    return known;
  }
}
