package com.movierecap.portal.signin;

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

/** Somebody whose password was right and whose code is still to come, for five minutes. */
@SessionScoped
public class PendingSignIn implements Serializable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** An account of a tenant. */
  record Who(UUID tenant, UUID account, Instant until) implements Serializable {}

  private @Nullable Who who;

  public void begin(UUID tenant, UUID account) {
    who = new Who(tenant, account, Instant.now(Clock.systemUTC()).plus(PATIENCE));
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
      throw new ProblemException(ProblemType.SIGN_IN_TOO_SLOW);
    }
    return known;
  }
}
