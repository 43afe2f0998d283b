package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * What the customer asks for.
 *
 * @param lengthSeconds length of the recap, above zero and no longer than the film
 * @param spoilers false keeps the last quarter of the film out
 */
public record RecapRequest(
    double lengthSeconds, Aspect aspect, Captions captions, boolean spoilers) {

  /** Shape of the picture. Larger sides are scaled to 1280 x 720 and its like, never enlarged. */
  public enum Aspect {
    SOURCE("source"),
    WIDE("16:9"),
    TALL("9:16"),
    SQUARE("1:1");

    private final String label;

    Aspect(String label) {
      this.label = label;
    }

    @JsonValue
    public String label() {
      return label;
    }

    /**
     * @throws IllegalArgumentException for anything but the labels
     */
    @JsonCreator
    public static Aspect of(String label) {
      return Arrays.stream(values())
          .filter(a -> a.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("aspect " + label));
    }
  }

  public enum Captions {
    /** A text track in the MP4 and a WebVTT file beside it. */
    SOFT("soft"),
    /** Drawn into the picture, and the WebVTT file beside it. */
    BURNED("burned"),
    NONE("none");

    private final String label;

    Captions(String label) {
      this.label = label;
    }

    @JsonValue
    public String label() {
      return label;
    }

    /**
     * @throws IllegalArgumentException for anything but the labels
     */
    @JsonCreator
    public static Captions of(String label) {
      return Arrays.stream(values())
          .filter(c -> c.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("captions " + label));
    }
  }
}
