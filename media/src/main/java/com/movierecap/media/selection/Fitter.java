package com.movierecap.media.selection;

import com.movierecap.media.selection.SplitEdits.SplitEdit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a choice of pictures to the exact length. What is missing is taken where nobody speaks,
 * first beside what was chosen and inside its shots; then a whole moment is added and the surplus
 * trimmed off the picks' quiet ends; only where a film leaves no other way does a pick run over a
 * cut, and last of all is a cue cut.
 */
final class Fitter {
  private final FrameGrid grid;
  private final Scope scope;
  private final BitSet chosen;

  /** Places at which a pick must end, since its sound runs on there. */
  private final BitSet held = new BitSet();

  Fitter(FrameGrid grid, Scope scope, List<Moment> moments) {
    this.grid = grid;
    this.scope = scope;
    this.chosen = scope.locked();
    for (Moment m : moments) {
      chosen.set(m.from(), m.to());
    }
  }

  /**
   * @param spare moments not chosen, best first
   * @param repeats moments that show again what is chosen, for want of anything else
   * @return the chosen pictures, {@code wanted} of them
   */
  BitSet fit(int wanted, List<Moment> spare, List<Moment> repeats) {
    for (List<Moment> more : List.of(spare, repeats)) {
      add(wanted, more);
      widen(wanted, Reach.SHOT);
      if (chosen.cardinality() < wanted) {
        addAndTrim(wanted, more);
      }
      if (chosen.cardinality() < wanted) {
        addPart(wanted, more);
      }
    }
    widen(wanted, Reach.QUIET);
    if (chosen.cardinality() < wanted) {
      exchange(wanted);
    }
    widen(wanted, Reach.ANYWHERE);
    return (BitSet) chosen.clone();
  }

  /**
   * Ends picks earlier, begins the next ones earlier where that is needed, and brings the rest to
   * the length again without cutting anybody short.
   *
   * @return the chosen pictures, or null where the length cannot be kept that way
   */
  @Nullable BitSet split(List<SplitEdit> edits, int wanted, List<Moment> spare) {
    for (SplitEdit edit : edits) {
      held.set(edit.place());
      chosen.clear(edit.place(), edit.soundEnd());
      chosen.set(edit.next() - edit.lead(), edit.next());
    }
    widen(wanted, Reach.SHOT);
    if (chosen.cardinality() < wanted) {
      addPart(wanted, spare);
    }
    return chosen.cardinality() == wanted ? (BitSet) chosen.clone() : null;
  }

  /** How far a pick may grow. */
  private enum Reach {
    /** Not into speech, and not over a cut. */
    SHOT,
    /** Not into speech. */
    QUIET,
    ANYWHERE
  }

  private void add(int wanted, List<Moment> spare) {
    int missing = wanted - chosen.cardinality();
    for (Moment m : spare) {
      if (m.frames() <= missing && free(m)) {
        chosen.set(m.from(), m.to());
        missing -= m.frames();
      }
    }
  }

  /** Takes the best moment more than is wanted, if the surplus can be trimmed off quiet ends. */
  private void addAndTrim(int wanted, List<Moment> spare) {
    for (Moment m : spare) {
      int surplus = chosen.cardinality() + m.frames() - wanted;
      if (surplus >= 0 && free(m)) {
        BitSet kept = (BitSet) chosen.clone();
        chosen.set(m.from(), m.to());
        if (giveBack(surplus)) {
          return;
        }
        chosen.clear();
        chosen.or(kept);
      }
    }
  }

  private boolean free(Moment m) {
    int next = chosen.nextSetBit(m.from());
    return next < 0 || next >= m.to();
  }

  /** Grows picks a picture at a time, each in turn, so that none grows out of shape. */
  private void widen(int wanted, Reach reach) {
    int missing = wanted - chosen.cardinality();
    boolean grew = true;
    while (missing > 0 && grew) {
      grew = false;
      int at = chosen.nextSetBit(0);
      while (at >= 0 && missing > 0) {
        int stop = chosen.nextClearBit(at);
        if (scope.open(stop) && !chosen.get(stop) && may(stop, stop, reach)) {
          chosen.set(stop);
          missing--;
          grew = true;
        }
        if (missing > 0
            && at > 0
            && scope.open(at - 1)
            && !chosen.get(at - 1)
            && may(at - 1, at, reach)) {
          chosen.set(at - 1);
          missing--;
          grew = true;
        }
        at = chosen.nextSetBit(chosen.nextClearBit(at));
      }
    }
    // nothing chosen yet at all
    for (int f = 0; f < scope.end() && missing > 0; f++) {
      if (scope.open(f)
          && !chosen.get(f)
          && (reach == Reach.ANYWHERE || (!grid.spoken(f) && chosen.isEmpty()))) {
        chosen.set(f);
        missing--;
      }
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

  /** Takes as much of one more moment as is wanted, from a place where nobody speaks. */
  private void addPart(int wanted, List<Moment> spare) {
    int missing = wanted - chosen.cardinality();
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

  /**
   * All pictures without speech beside the choice are taken and the rest is shorter than any
   * moment: take a whole spoken stretch, and give back pictures without speech elsewhere.
   */
  private void exchange(int wanted) {
    int missing = wanted - chosen.cardinality();
    int bestFrom = -1;
    int bestTo = -1;
    int f = 0;
    int end = scope.end();
    while (f < end) {
      if (chosen.get(f) || !scope.open(f)) {
        f++;
        continue;
      }
      int from = f;
      int to = f + 1;
      while (to < end && scope.open(to) && !chosen.get(to) && grid.insideCue(to)) {
        to++;
      }
      boolean touching = (from > 0 && chosen.get(from - 1)) || (to < end && chosen.get(to));
      boolean whole = from == 0 || !grid.insideCue(from);
      if (to - from >= missing
          && touching
          && whole
          && (bestFrom < 0 || to - from < bestTo - bestFrom)) {
        bestFrom = from;
        bestTo = to;
      }
      f = to;
    }
    if (bestFrom < 0) {
      return;
    }
    int surplus = bestTo - bestFrom - missing;
    BitSet kept = (BitSet) chosen.clone();
    chosen.set(bestFrom, bestTo);
    if (!giveBack(surplus)) {
      chosen.clear();
      chosen.or(kept);
    }
  }

  private boolean quiet(int frame) {
    return !grid.spoken(frame) && !scope.locked(frame);
  }

  /** Takes pictures without speech off the ends of picks. */
  private boolean giveBack(int surplus) {
    int left = surplus;
    boolean shrank = true;
    while (left > 0 && shrank) {
      shrank = false;
      int at = chosen.nextSetBit(0);
      while (at >= 0 && left > 0) {
        int stop = chosen.nextClearBit(at);
        if (stop - at > grid.framesOf(1.2)) {
          if (quiet(stop - 1) && !grid.flashAtEnd(stop - 1)) {
            chosen.clear(stop - 1);
            left--;
            shrank = true;
          } else if (quiet(at) && !grid.flashAtStart(at + 1)) {
            chosen.clear(at);
            left--;
            shrank = true;
          }
        }
        at = chosen.nextSetBit(stop);
      }
    }
    return left == 0;
  }
}
