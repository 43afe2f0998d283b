package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Captions that roll up, as YouTube hands them out: each cue shows again what the one before
 * showed, with a line more. Each phrase is kept once, from its first appearance on.
 */
final class RollUp {
  /** Fewer repeats are what people say twice. */
  private static final double SHARE_OF_REPEATS = 0.4;

  private static final int LEAST_REPEATS = 2;

  /** Between what rolls there is no pause. */
  private static final double LONGEST_GAP_SECONDS = 0.1;

  private RollUp() {}

  /**
   * @param cues in order of their starts
   */
  static List<Cue> unrolled(List<Cue> cues) {
    int repeats = 0;
    for (int i = 1; i < cues.size(); i++) {
      repeats += repeated(cues.get(i - 1), cues.get(i)) > 0 ? 1 : 0;
    }
    if (repeats < LEAST_REPEATS || repeats < SHARE_OF_REPEATS * (cues.size() - 1)) {
      return cues;
    }
    List<Cue> once = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      int known = i == 0 ? 0 : repeated(cues.get(i - 1), cue);
      List<String> lines = lines(cue);
      List<String> fresh = lines.subList(known, lines.size());
      if (known > 0 && !once.isEmpty()) {
        Cue last = once.get(once.size() - 1);
        double end = fresh.isEmpty() ? cue.endSeconds() : cue.startSeconds();
        once.set(
            once.size() - 1,
            new Cue(last.startSeconds(), Math.max(last.endSeconds(), end), last.text()));
      }
      if (!fresh.isEmpty()) {
        if (!once.isEmpty()) {
          Cue last = once.get(once.size() - 1);
          double end =
              Math.min(last.endSeconds(), Math.max(last.startSeconds() + 0.01, cue.startSeconds()));
          once.set(once.size() - 1, new Cue(last.startSeconds(), end, last.text()));
        }
        once.add(new Cue(cue.startSeconds(), cue.endSeconds(), String.join("\n", fresh)));
      }
    }
    return once;
  }

  /** How many of a cue's first lines the cue before it ended with. */
  private static int repeated(Cue before, Cue cue) {
    if (cue.startSeconds() - before.endSeconds() > LONGEST_GAP_SECONDS) {
      return 0;
    }
    List<String> old = lines(before);
    List<String> now = lines(cue);
    for (int n = Math.min(old.size(), now.size()); n > 0; n--) {
      if (old.subList(old.size() - n, old.size()).equals(now.subList(0, n))) {
        return n;
      }
    }
    return 0;
  }

  private static List<String> lines(Cue cue) {
    return Arrays.asList(cue.text().split("\n"));
  }
}
