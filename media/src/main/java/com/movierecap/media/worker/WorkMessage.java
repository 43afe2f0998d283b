package com.movierecap.media.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.media.Progress;
import com.movierecap.media.UnusableInputException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line a worker writes to its standard output, and the service reads with {@link
 * com.movierecap.json.Json#parse}:
 *
 * <pre>{@code
 * {"event":"progress","stage":"render","progress":0.42}
 * {"event":"done"}
 * {"event":"failed","stage":"probe","reason":"input","code":"truncated","detail":"..."}
 * }</pre>
 *
 * @param stage {@code probe analyse select render}; null when done
 * @param progress 0..1 within the stage; null but for progress
 * @param reason {@code input} (the customer can mend it) or {@code processing} (ours; worth another
 *     try); null but for failures
 * @param code of {@link UnusableInputException.Reason}, or {@code ffmpeg} or {@code internal}
 * @param detail one English sentence
 */
public record WorkMessage(
    Event event,
    @Nullable String stage,
    @Nullable Double progress,
    @Nullable String reason,
    @Nullable String code,
    @Nullable String detail) {
  public static final String INPUT = "input";
  public static final String PROCESSING = "processing";

  public enum Event {
    PROGRESS,
    DONE,
    FAILED;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Event of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  static WorkMessage progress(Progress.Stage stage, double done) {
    return new WorkMessage(
        Event.PROGRESS, label(stage), Math.rint(done * 1000) / 1000, null, null, null);
  }

  static WorkMessage done() {
    return new WorkMessage(Event.DONE, null, null, null, null, null);
  }

  static WorkMessage failed(Progress.Stage stage, UnusableInputException e) {
    return new WorkMessage(
        Event.FAILED, label(stage), null, INPUT, e.reason().code(), e.getMessage());
  }

  static WorkMessage failed(Progress.Stage stage, String code, @Nullable String detail) {
    return new WorkMessage(Event.FAILED, label(stage), null, PROCESSING, code, detail);
  }

  private static String label(Progress.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
