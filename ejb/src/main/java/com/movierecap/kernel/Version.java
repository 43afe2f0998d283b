package com.movierecap.kernel;

import org.jspecify.annotations.Nullable;

/** Versions of rows: callers that name the one they saw change nothing that is newer. */
public final class Version {
  /** How often a change is made anew where others change the same row at the same time. */
  private static final int MOST_TRIES = 3;

  private Version() {}

  /**
   * @param expected what the caller saw, or null for any
   * @param now what there is, or null where there is nothing
   * @throws ProblemException where it is another
   */
  public static void mustBe(@Nullable Integer expected, @Nullable Integer now) {
    if (expected != null && !expected.equals(now)) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
  }

  /** Works something out from a row that nobody holds, and writes it if the row is still so. */
  @FunctionalInterface
  public interface Change<T, E extends Exception> {
    T make() throws E;
  }

  /**
   * Makes a change, and makes it anew where somebody else was quicker and the caller would have any
   * version.
   *
   * @param expected what the caller saw, or null for any
   * @throws ProblemException where the row is another than expected, or is never left alone
   */
  public static <T, E extends Exception> T settle(@Nullable Integer expected, Change<T, E> change)
      throws E {
    for (int tries = 1; ; tries++) {
      try {
        return change.make();
      } catch (ProblemException e) {
        if (expected != null
            || e.type() != ProblemType.PRECONDITION_FAILED
            || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }
}
