package com.movierecap.media.worker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One line of the worker's standard output, as JSON.
 *
 * @param event {@code progress}, {@code done} or {@code failed}; the last two end the work
 * @param stage {@code probe}, {@code analyse}, {@code select} or {@code render}
 * @param progress 0..1 within the stage
 * @param reason of a failure: {@code input} or {@code processing}
 * @param code of a failure, as {@link com.movierecap.media.UnusableInputException.Reason#code}
 * @param detail of a failure, in English, for the log
 */
public record WorkMessage(
    String event,
    String stage,
    double progress,
    @Nullable String reason,
    @Nullable String code,
    @Nullable String detail) {

  public static WorkMessage progress(String stage, double progress) {
    return new WorkMessage("progress", stage, progress, null, null, null);
  }

  public static WorkMessage done(String stage) {
    return new WorkMessage("done", stage, 1, null, null, null);
  }

  public static WorkMessage failed(String stage, String reason, String code, String detail) {
    return new WorkMessage("failed", stage, 0, reason, code, detail);
  }

  @JsonIgnore
  public boolean isProgress() {
    return event.equals("progress");
  }

  @JsonIgnore
  public boolean isDone() {
    return event.equals("done");
  }

  @JsonIgnore
  public boolean isFailure() {
    return event.equals("failed");
  }

  /** Whether the customer can mend what went wrong. */
  @JsonIgnore
  public boolean isInputFailure() {
    return isFailure() && "input".equals(reason);
  }
}
