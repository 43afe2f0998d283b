package com.movierecap.identity.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with its second factor.
 *
 * @param required whether the tenant asks for one
 * @param since when their program for codes was confirmed; null where there is none
 * @param passkeys how many there are
 * @param recoveryCodesLeft how many were not used yet
 */
public record FactorStatus(
    boolean required, @Nullable Instant since, int passkeys, int recoveryCodesLeft) {
  /** Whether no sign-in goes by a password alone. */
  public boolean isEnrolled() {
    return hasProgram() || passkeys > 0;
  }

  public boolean hasProgram() {
    return since != null;
  }

  /** Whether one more can go, since nobody asks for any, or others remain. */
  public boolean canSpareOne() {
    return !required || (hasProgram() ? 1 : 0) + passkeys > 1;
  }
}
