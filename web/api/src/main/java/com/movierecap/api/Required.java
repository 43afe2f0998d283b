package com.movierecap.api;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the fields of requests' bodies have in common. */
public final class Required {
  private Required() {}

  /**
   * @param name as the request calls it
   * @throws ProblemException where it is not there
   */
  public static String of(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, name);
    }
    return value;
  }
}
