package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Transition;
import java.util.ArrayList;
import java.util.List;

/** Finds shots parted by a stretch of black that comes and goes slowly. */
final class Fades {
  private static final double SHORTEST_SECONDS = 0.15;

  private Fades() {}

  /**
   * One boundary in the middle of each stretch of black. Where a cut leads into it or out, the cut
   * is the boundary; black at the film's ends is none.
   */
  static List<Boundary> between(List<Look> looks, List<Boundary> cuts) {
    List<Boundary> fades = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < looks.size(); i++) {
      if (looks.get(i).black()) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        int from = start;
        int to = i;
        start = -1;
        boolean lasting = looks.get(to).seconds() - looks.get(from).seconds() >= SHORTEST_SECONDS;
        if (lasting
            && from > 0
            && cuts.stream().noneMatch(c -> c.look() >= from - 1 && c.look() <= to + 1)) {
          fades.add(new Boundary((from + to) / 2, Transition.FADE));
        }
      }
    }
    return fades;
  }
}
