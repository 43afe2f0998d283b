package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a timeline becomes files.
 *
 * @param moreAspects shapes rendered beside {@code aspect} from the same decoding; may be empty
 * @param lossless copy the film's packets instead of encoding: neither shape nor captions nor a
 *     watermark can then change the picture, and the loudness is the film's own
 * @param watermark laid over a corner, or null
 * @param audioTrack number of the film's sound that is heard, from 1; null for the one that was
 *     listened to when the film was analysed
 */
public record Rendering(
    Aspect aspect,
    List<Aspect> moreAspects,
    Captions captions,
    LoudnessTarget loudness,
    boolean lossless,
    @Nullable Watermark watermark,
    @Nullable Integer audioTrack) {

  /**
   * @throws UnusableInputException where a lossless recap is to look other than its film
   */
  public Rendering {
    moreAspects = List.copyOf(moreAspects);
    if (lossless
        && (aspect != Aspect.SOURCE
            || !moreAspects.isEmpty()
            || captions == Captions.BURNED
            || watermark != null)) {
      throw new UnusableInputException(Reason.LOSSLESS_UNCHANGEABLE);
    }
  }

  /** With the sound that was listened to. */
  public Rendering(
      Aspect aspect,
      List<Aspect> moreAspects,
      Captions captions,
      LoudnessTarget loudness,
      boolean lossless,
      @Nullable Watermark watermark) {
    this(aspect, moreAspects, captions, loudness, lossless, watermark, null);
  }

  public static Rendering of(Aspect aspect, Captions captions) {
    return new Rendering(aspect, List.of(), captions, LoudnessTarget.STREAMING, false, null);
  }

  /**
   * @throws UnusableInputException where it is lossless
   */
  public Rendering withWatermark(Watermark laidOver) {
    return new Rendering(aspect, moreAspects, captions, loudness, lossless, laidOver, audioTrack);
  }

  /** Integrated loudness of the whole recap. */
  public enum LoudnessTarget {
    STREAMING("streaming", -16),
    SOCIAL("social", -14),
    /** EBU R128. */
    BROADCAST("broadcast", -23);

    private final String label;
    private final double lufs;

    LoudnessTarget(String label, double lufs) {
      this.label = label;
      this.lufs = lufs;
    }

    public double lufs() {
      return lufs;
    }

    @JsonValue
    public String label() {
      return label;
    }

    /**
     * @throws IllegalArgumentException for anything but the labels
     */
    @JsonCreator
    public static LoudnessTarget of(String label) {
      return Arrays.stream(values())
          .filter(t -> t.label.equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("loudness " + label));
    }
  }

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
