package com.movierecap.media.selection;

import java.util.BitSet;
import java.util.List;

/**
 * Lets a choice of pictures grow: by whole moments, by parts of them, at the edges of picks, and
 * for want of these by whatever is left. What is locked does not grow, but when nothing else can.
 */
final class Growth {
  private final FrameGrid grid;
  private final Scope scope;
  private final BitSet chosen;

  /** Places at which a pick must end, since its sound runs on there. */
  private final BitSet held = new BitSet();

  /**
   * @param chosen grows
   */
  Growth(FrameGrid grid, Scope scope, BitSet chosen) {
    this.grid = grid;
    this.scope = scope;
    this.chosen = chosen;
  }

  /** Lets no pick grow over a place any more. */
  void hold(int place) {
    held.set(place);
  }

  /** How far a pick may grow. */
  enum Reach {
    /** Not into speech, and not over a cut. */
    SHOT,
    /** Not into speech. */
    QUIET,
    ANYWHERE
  }

  /** Adds what is wanted of some moments, best first, as long as they fit. */
  void add(int wanted, List<Moment> spare) {
    int missing = wanted - chosen.cardinality();
    for (Moment m : spare) {
      if (m.frames() <= missing && free(m)) {
        chosen.set(m.from(), m.to());
        missing -= m.frames();
      }
    }
  }

  /** Whether nothing of a moment is chosen. */
  boolean free(Moment m) {
    int next = chosen.nextSetBit(m.from());
    return next < 0 || next >= m.to();
  }

  /** Grows picks a picture at a time, each in turn, so that none grows out of shape. */
  void widen(int wanted, Reach reach) {
    int missing = wanted - chosen.cardinality();
    boolean grew = true;
    while (missing > 0 && grew) {
      grew = false;
      int at = chosen.nextSetBit(0);
      while (at >= 0 && missing > 0) {
        int stop = chosen.nextClearBit(at);
        if (scope.open(stop) && !scope.locked(stop - 1) && may(stop, stop, reach)) {
          chosen.set(stop);
          missing--;
          grew = true;
        }
        if (missing > 0
            && at > 0
            && scope.open(at - 1)
            && !scope.locked(at)
            && !chosen.get(at - 1)
            && may(at - 1, at, reach)) {
          chosen.set(at - 1);
          missing--;
          grew = true;
        }
        at = chosen.nextSetBit(chosen.nextClearBit(at));
      }
    }
  }

  /** Takes as much of one more moment as is wanted, from a place where nobody speaks. */
  void addPart(int wanted, List<Moment> spare) {
    int missing = wanted - chosen.cardinality();
    if (grid.splinter(missing)) {
      return;
    }
    for (Moment m : spare) {
      if (!free(m)) {
        continue;
      }
      int run = 0;
      for (int f = m.from(); f < m.to(); f++) {
        run = grid.spoken(f) ? 0 : run + 1;
        if (run == missing) {
          chosen.set(f - run + 1, f + 1);
          return;
        }
      }
    }
  }

  /** For want of picks that could grow: as much as is missing from the longest stretches left. */
  void takeStretches(int wanted) {
    int missing = wanted - chosen.cardinality();
    while (missing > 0) {
      Run longest = longestLeft();
      if (longest.frames() == 0) {
        return;
      }
      int taken = Math.min(missing, longest.frames());
      int from = quietest(longest, taken);
      chosen.set(from, from + taken);
      missing -= taken;
    }
  }

  /** The longest run of pictures that may be taken and are not; empty where there is none. */
  Run longestLeft() {
    Run longest = new Run(0, 0);
    int from = 0;
    while (from < scope.end()) {
      int to = from;
      while (to < scope.end() && scope.open(to) && !chosen.get(to)) {
        to++;
      }
      if (to - from > longest.frames()) {
        longest = new Run(from, to);
      }
      from = to + 1;
    }
    return longest;
  }

  /** Where in a run so many pictures cut the fewest cues; at its start where it makes no odds. */
  int quietest(Run run, int frames) {
    for (int from = run.from(); from + frames <= run.to(); from++) {
      if (!grid.insideCue(from) && !grid.insideCue(from + frames)) {
        return from;
      }
    }
    return run.from();
  }

  /** Pictures {@code from} to {@code to - 1}. */
  record Run(int from, int to) {
    int frames() {
      return to - from;
    }
  }

  /** Lets what is locked last a little longer: at its end, and then at its start. */
  void growLocked(int wanted) {
    int missing = wanted - chosen.cardinality();
    for (int at = chosen.nextSetBit(0); at >= 0 && missing > 0; ) {
      int stop = chosen.nextClearBit(at);
      for (; missing > 0 && scope.open(stop); missing--) {
        chosen.set(stop);
        stop = chosen.nextClearBit(stop);
      }
      for (int first = at - 1; missing > 0 && first >= 0 && scope.open(first); first--) {
        if (chosen.get(first)) {
          break;
        }
        chosen.set(first);
        missing--;
      }
      at = chosen.nextSetBit(stop);
    }
  }

  /** Whether a pick may grow by a picture over the place that is its edge now. */
  private boolean may(int frame, int edge, Reach reach) {
    return switch (reach) {
      case SHOT -> !grid.spoken(frame) && !grid.cut(edge) && !held.get(edge);
      case QUIET -> !grid.spoken(frame);
      case ANYWHERE -> true;
    };
  }
}
