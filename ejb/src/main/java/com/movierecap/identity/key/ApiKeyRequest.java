package com.movierecap.identity.key;

import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.time.Duration;
import java.util.Set;

/**
 * A key that somebody would like to have.
 *
 * @param name what it is for, as people call it
 * @param life from now
 */
public record ApiKeyRequest(String name, Set<Scope> scopes, Duration life) {
  public static final Duration LIFE = Duration.ofDays(90);
  public static final Duration LONGEST_LIFE = Duration.ofDays(365);
  private static final int MAX_NAME_LENGTH = 200;

  /**
   * @throws ProblemException where it cannot be had
   */
  public ApiKeyRequest {
    name = Line.of(name, "name", MAX_NAME_LENGTH);
    mustBeALife(life);
    scopes = Set.copyOf(scopes);
  }

  static void mustBeALife(Duration life) {
    if (life.toDays() < 1 || life.compareTo(LONGEST_LIFE) > 0) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "expires_in_days: 1–" + LONGEST_LIFE.toDays());
    }
  }
}
