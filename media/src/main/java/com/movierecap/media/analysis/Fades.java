package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Transition;
import java.util.ArrayList;
import java.util.List;

/** Finds shots parted by a stretch of black, and the stretches that are shots of their own. */
final class Fades {
  private static final double SHORTEST_SECONDS = 0.15;

  /** Black that lasts is no change from one shot to another but a shot, and no story. */
  private static final double OWN_SHOT_SECONDS = 1;

  /** Looks between a cut and the black it leads into or out of. */
  private static final int NEAR = 1;

  private final List<Look> looks;
  private final List<Boundary> cuts;
  private final List<Boundary> fades = new ArrayList<>();

  private Fades(List<Look> looks, List<Boundary> cuts) {
    this.looks = looks;
    this.cuts = cuts;
  }

  /**
   * One boundary in the middle of each short stretch of black; where a cut leads into it or out,
   * the cut is the boundary, and at the film's ends there is none. A stretch of a second or more
   * has boundaries where it begins and where it ends.
   */
  static List<Boundary> between(List<Look> looks, List<Boundary> cuts) {
    Fades found = new Fades(looks, cuts);
    int start = -1;
    for (int i = 0; i <= looks.size(); i++) {
      if (i < looks.size() && looks.get(i).black()) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        found.add(start, i);
        start = -1;
      }
    }
    return found.fades;
  }

  /**
   * @param to the first look that is not black, or their number
   */
  private void add(int from, int to) {
    double seconds =
        looks.get(Math.min(to, looks.size() - 1)).seconds() - looks.get(from).seconds();
    if (seconds >= OWN_SHOT_SECONDS) {
      for (int end : new int[] {from, to}) {
        if (end > 0 && end < looks.size() && !cutIn(end - NEAR, end + NEAR)) {
          fades.add(new Boundary(end, Transition.FADE));
        }
      }
    } else if (seconds >= SHORTEST_SECONDS
        && from > 0
        && to < looks.size()
        && !cutIn(from - NEAR, to + NEAR)) {
      fades.add(new Boundary((from + to) / 2, Transition.FADE));
    }
  }

  private boolean cutIn(int from, int to) {
    return cuts.stream().anyMatch(c -> c.look() >= from && c.look() <= to);
  }
}
