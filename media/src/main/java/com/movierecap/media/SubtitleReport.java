package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a film's words come from, and how they were read.
 *
 * @param source a file handed in, or a track of the film itself
 * @param format such as {@code SubRip}; of a track, what it was read as
 * @param encoding name of the one that the text was read in
 * @param cues that are shown in the film
 * @param dropped cues that are left out because their time could not be read
 * @param adverts cues that are left out because they speak of the subtitles only
 * @param outside cues that are left out because they lie before or behind the film
 * @param stretch that the file's times were multiplied with; 1 for none
 * @param offsetSeconds that were added then; 0 for none
 * @param better times with which they would fit what is heard much better; null where they fit
 * @param track number of the film's own subtitles that these are, from 1; null where they are a
 *     file's, and in analyses made before it was told
 */
public record SubtitleReport(
    Source source,
    String format,
    String encoding,
    int cues,
    int dropped,
    int adverts,
    int outside,
    double stretch,
    double offsetSeconds,
    @Nullable Timing better,
    @Nullable Integer track) {
  /** Where subtitles come from. */
  public enum Source {
    FILE,
    TRACK;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Source of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** How the file's times are moved already. */
  public Timing timing() {
    return new Timing(stretch, offsetSeconds);
  }

  /** What is odd, one English sentence each. */
  public List<String> warnings() {
    int all = cues + dropped + adverts + outside;
    List<String> warnings = new ArrayList<>();
    if (dropped > 0) {
      warnings.add(dropped + " of " + all + " subtitles are left out: their times cannot be read.");
    }
    if (adverts > 0) {
      warnings.add(adverts + " of " + all + " subtitles are adverts and left out.");
    }
    if (outside > 0) {
      warnings.add(
          cues == 0
              ? "All subtitles lie outside of the film and are left out."
              : outside + " of " + all + " subtitles lie outside of the film and are left out.");
    }
    if (better != null) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The subtitles do not fit what is heard: they would with an offset of %+.1f s%s.",
              better.offsetSeconds(),
              better.stretch() == 1
                  ? ""
                  : String.format(Locale.ROOT, " and a stretch of %.5f", better.stretch())));
    }
    return List.copyOf(warnings);
  }

  /**
   * How subtitles are moved: {@code time * stretch + offsetSeconds}.
   *
   * @param stretch above zero
   */
  public record Timing(double stretch, double offsetSeconds) {
    /** As they are written. */
    public static final Timing AS_WRITTEN = new Timing(1, 0);

    /** Beyond, it would be another film. */
    private static final double MOST_STRETCH = 2;

    private static final double FURTHEST_SECONDS = 360_000;

    /** Whether it can be meant. */
    @JsonIgnore
    public boolean isPlausible() {
      return stretch >= 1 / MOST_STRETCH
          && stretch <= MOST_STRETCH
          && Math.abs(offsetSeconds) <= FURTHEST_SECONDS;
    }

    /** One after the other. */
    public Timing then(Timing next) {
      return new Timing(stretch * next.stretch, offsetSeconds * next.stretch + next.offsetSeconds);
    }
  }
}
