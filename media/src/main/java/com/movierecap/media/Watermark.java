package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * A picture laid over all pictures of a recap.
 *
 * @param file path of a PNG; where it is transparent the recap shows through
 * @param opacity above 0 and at most 1, times the picture's own
 */
public record Watermark(String file, Corner corner, double opacity) {
  /** As the picture is. */
  public static final double OPAQUE = 1;

  /**
   * @throws IllegalArgumentException for an opacity that there is not
   */
  public Watermark {
    if (!(opacity > 0 && opacity <= OPAQUE)) {
      throw new IllegalArgumentException("opacity " + opacity);
    }
  }

  /** Where it lies. Sides are the picture's, whatever way the viewer reads. */
  public enum Corner {
    TOP_LEFT("top-left"),
    TOP_RIGHT("top-right"),
    /** Above burned captions. */
    BOTTOM_LEFT("bottom-left"),
    /** Above burned captions. */
    BOTTOM_RIGHT("bottom-right");

    private final String label;

    Corner(String label) {
      this.label = label;
    }

    public boolean isTop() {
      return this == TOP_LEFT || this == TOP_RIGHT;
    }

    public boolean isLeft() {
      return this == TOP_LEFT || this == BOTTOM_LEFT;
    }

    @JsonValue
    public String label() {
      return label;
    }

    /**
     * @throws IllegalArgumentException for anything but the labels
     */
    @JsonCreator
    public static Corner of(String label) {
      return Arrays.stream(values())
          .filter(c -> c.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("corner " + label));
    }
  }
}
