package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * What the customer asks for.
 *
 * @param lengthSeconds length of the recap, from {@link #SHORTEST_SECONDS} to the film's own
 * @param style what is sought
 * @param spoilers false keeps the last quarter of the film out
 * @param locked ranges that are in the recap whatever else is chosen
 * @param excluded ranges nothing is taken from
 */
public record RecapRequest(
    double lengthSeconds,
    Style style,
    boolean spoilers,
    List<TimeRange> locked,
    List<TimeRange> excluded,
    Rendering rendering) {
  /** What is over sooner tells nothing. */
  public static final double SHORTEST_SECONDS = 1;

  /** A recap that tells the story, all of it. */
  public static RecapRequest story(double lengthSeconds, Rendering rendering) {
    return new RecapRequest(lengthSeconds, Style.STORY, true, List.of(), List.of(), rendering);
  }

  public RecapRequest withSpoilers(boolean shown) {
    return new RecapRequest(lengthSeconds, style, shown, locked, excluded, rendering);
  }

  public RecapRequest withRanges(List<TimeRange> mustBeIn, List<TimeRange> mustBeOut) {
    return new RecapRequest(lengthSeconds, style, spoilers, mustBeIn, mustBeOut, rendering);
  }

  public RecapRequest withWatermark(Watermark laidOver) {
    return new RecapRequest(
        lengthSeconds, style, spoilers, locked, excluded, rendering.withWatermark(laidOver));
  }

  /** What is sought in the film. */
  public enum Style {
    /** What happens, act by act. */
    STORY("story"),
    /** Curiosity: rising tempo, and nothing of the ending. */
    TRAILER("trailer"),
    /** What is said. */
    DIALOGUE("dialogue"),
    /** What moves and is loud. */
    ACTION("action");

    private final String label;

    Style(String label) {
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
    public static Style of(String label) {
      return Arrays.stream(values())
          .filter(s -> s.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("style " + label));
    }
  }
}
