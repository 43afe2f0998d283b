package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done to every list of cues, wherever it comes from. */
public final class Cues {
  /** A cue shown for less cannot be read. */
  private static final double SHORTEST_SECONDS = 0.3;

  /** More people are not understood, and nobody reads more lines. */
  private static final int MOST_AT_ONCE = 4;

  /** One text that goes on from cue to cue, as effects in ASS are made, is one cue. */
  private static final double SAME_GOES_ON_SECONDS = 0.05;

  /** Ten times what the most talkative film has. */
  static final int MOST = 30_000;

  /** Characters; nobody reads more at once, and whoever writes more means no good. */
  static final int LONGEST_TEXT = 1000;

  private Cues() {}

  /**
   * In order of their starts, without empty ones. Two at the same time stay as they are where both
   * can be read together; where they but touch, the earlier ends when the later begins, and those
   * that begin together become one.
   */
  public static List<Cue> tidy(List<Cue> cues) {
    List<Cue> sorted =
        cues.stream()
            .filter(c -> !c.text().isBlank() && c.endSeconds() > c.startSeconds())
            .map(c -> new Cue(c.startSeconds(), c.endSeconds(), shortened(c.text())))
            .sorted(Comparator.comparingDouble(Cue::startSeconds))
            .toList();
    List<Cue> tidy = new ArrayList<>();
    // places in the list of those that may still be shown
    List<Integer> shown = new ArrayList<>();
    for (Cue cue : sorted) {
      shown.removeIf(i -> tidy.get(i).endSeconds() + SAME_GOES_ON_SECONDS < cue.startSeconds());
      if (!joins(cue, tidy, shown)) {
        for (int i : shown) {
          Cue other = tidy.get(i);
          double both = Math.min(other.endSeconds(), cue.endSeconds()) - cue.startSeconds();
          if (both > 0 && both < SHORTEST_SECONDS && cue.endSeconds() > other.endSeconds()) {
            tidy.set(i, new Cue(other.startSeconds(), cue.startSeconds(), other.text()));
          }
        }
        shown.removeIf(i -> tidy.get(i).endSeconds() <= cue.startSeconds());
        if (shown.size() >= MOST_AT_ONCE) {
          int first = shown.remove(0);
          Cue oldest = tidy.get(first);
          tidy.set(first, new Cue(oldest.startSeconds(), cue.startSeconds(), oldest.text()));
        }
        shown.add(tidy.size());
        tidy.add(cue);
      }
    }
    return List.copyOf(tidy.subList(0, Math.min(tidy.size(), MOST)));
  }

  /** Whether a cue is taken in by one that is shown already. */
  private static boolean joins(Cue cue, List<Cue> tidy, List<Integer> shown) {
    for (int i : shown) {
      Cue other = tidy.get(i);
      boolean same = other.text().equals(cue.text());
      boolean together =
          cue.startSeconds() - other.startSeconds() < SHORTEST_SECONDS
              && cue.startSeconds() < other.endSeconds();
      if (same || together) {
        String text = same ? other.text() : shortened(other.text() + "\n" + cue.text());
        double end = Math.max(other.endSeconds(), cue.endSeconds());
        tidy.set(i, new Cue(other.startSeconds(), end, text));
        return true;
      }
    }
    return false;
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TEXT - end).strip();
  }

  /** Those that lie in a film of that length, cut off at its ends. */
  public static List<Cue> within(List<Cue> cues, double filmSeconds) {
    return cues.stream()
        .map(
            c ->
                new Cue(
                    Math.max(0, c.startSeconds()), Math.min(filmSeconds, c.endSeconds()), c.text()))
        .filter(c -> c.endSeconds() - c.startSeconds() >= SHORTEST_SECONDS / 3)
        .toList();
  }

  /** Each time multiplied by {@code stretch}, then moved on by so many seconds. */
  public static List<Cue> retimed(List<Cue> cues, double stretch, double offsetSeconds) {
    if (stretch == 1 && offsetSeconds == 0) {
      return cues;
    }
    return cues.stream()
        .map(
            c ->
                new Cue(
                    milliseconds(c.startSeconds() * stretch + offsetSeconds),
                    milliseconds(c.endSeconds() * stretch + offsetSeconds),
                    c.text()))
        .toList();
  }

  private static double milliseconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
