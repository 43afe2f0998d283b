package com.movierecap.identity.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with its second factor.
 *
 * @param required whether the tenant asks for one
 * @param since when it was confirmed; null where there is none
 * @param recoveryCodesLeft how many were not used yet
 */
public record FactorStatus(boolean required, @Nullable Instant since, int recoveryCodesLeft) {
  public boolean isEnrolled() {
    return since != null;
  }
}
