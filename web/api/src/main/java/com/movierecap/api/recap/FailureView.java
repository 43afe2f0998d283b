package com.movierecap.api.recap;

import com.movierecap.i18n.Messages;
import com.movierecap.jobs.Failure;

/**
 * Why something ended without a result.
 *
 * @param stage {@code probe analyse select render publish}
 * @param reason {@code input}, which the caller can mend, or {@code processing}
 * @param detail a sentence in the caller's language
 */
public record FailureView(String stage, String reason, String code, String detail) {
  public static FailureView of(Failure failure, Messages words) {
    return new FailureView(
        failure.stage().label(),
        failure.reasonSlug(),
        failure.code(),
        words.get(failure.messageKey()));
  }
}
