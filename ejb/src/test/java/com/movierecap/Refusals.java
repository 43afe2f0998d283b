package com.movierecap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a rule says no to, and with which words. */
public final class Refusals {
  private Refusals() {}

  public static void assertRefused(ThrowingCallable what, ProblemType why) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(why));
  }

  /** As a request that cannot be meant. */
  public static void assertInvalid(ThrowingCallable what) {
    assertRefused(what, ProblemType.INVALID_REQUEST);
  }
}
