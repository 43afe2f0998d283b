package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done to every list of cues, wherever it comes from. */
public final class Cues {
  /** A cue shown for less cannot be read. */
  private static final double SHORTEST_SECONDS = 0.3;

  /** Characters; nobody reads more at once, and whoever writes more means no good. */
  static final int LONGEST_TEXT = 1000;

  private Cues() {}

  /**
   * In order of time, without empty ones, no two at the same time: where two overlap, the earlier
   * ends when the later begins, or both become one where nothing would remain of it.
   */
  public static List<Cue> tidy(List<Cue> cues) {
    List<Cue> sorted =
        cues.stream()
            .filter(c -> !c.text().isBlank() && c.endSeconds() > c.startSeconds())
            .map(c -> new Cue(c.startSeconds(), c.endSeconds(), shortened(c.text())))
            .sorted(Comparator.comparingDouble(Cue::startSeconds))
            .toList();
    List<Cue> tidy = new ArrayList<>();
    for (Cue cue : sorted) {
      Cue last = tidy.isEmpty() ? null : tidy.get(tidy.size() - 1);
      if (last == null || cue.startSeconds() >= last.endSeconds()) {
        tidy.add(cue);
      } else if (cue.startSeconds() - last.startSeconds() >= SHORTEST_SECONDS) {
        tidy.set(tidy.size() - 1, new Cue(last.startSeconds(), cue.startSeconds(), last.text()));
        tidy.add(cue);
      } else {
        String both =
            last.text().equals(cue.text()) ? last.text() : last.text() + "\n" + cue.text();
        double end = Math.max(last.endSeconds(), cue.endSeconds());
        tidy.set(tidy.size() - 1, new Cue(last.startSeconds(), end, shortened(both)));
      }
    }
    return List.copyOf(tidy);
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
}
