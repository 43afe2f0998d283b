package com.movierecap.media.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.media.Progress.Stage;
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
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkMessage.Advanced.class, name = "progress"),
  @JsonSubTypes.Type(value = WorkMessage.Done.class, name = "done"),
  @JsonSubTypes.Type(value = WorkMessage.Failed.class, name = "failed")
})
public sealed interface WorkMessage {
  /**
   * How far it is.
   *
   * @param progress 0..1 within the stage, to the thousandth
   */
  record Advanced(Stage stage, double progress) implements WorkMessage {
    public Advanced {
      progress = Math.rint(progress * 1000) / 1000;
    }
  }

  /** All results lie there. */
  record Done() implements WorkMessage {}

  /**
   * Nothing comes of it.
   *
   * @param code of {@link UnusableInputException.Reason}, or {@code ffmpeg} or {@code internal}
   * @param detail one English sentence
   */
  record Failed(Stage stage, Reason reason, String code, @Nullable String detail)
      implements WorkMessage {
    static Failed of(Stage stage, UnusableInputException e) {
      return new Failed(stage, Reason.INPUT, e.reason().code(), e.getMessage());
    }
  }

  /** Who can mend it. */
  enum Reason {
    /** The customer. */
    INPUT,
    /** We; another try may help. */
    PROCESSING;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Reason of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
