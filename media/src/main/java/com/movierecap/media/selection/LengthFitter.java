package com.movierecap.media.selection;

import com.movierecap.media.selection.Growth.Reach;
import com.movierecap.media.selection.Growth.Run;
import com.movierecap.media.selection.SplitEdits.SplitEdit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a choice of pictures to the exact length. What is missing is taken where nobody speaks,
 * first beside what was chosen and inside its shots; then a whole moment is added and the surplus
 * trimmed off the picks' quiet ends; only where a film leaves no other way does a pick run over a
 * cut, and last of all is a cue cut. What is locked does not grow, and nothing is left that would
 * be over before it is seen.
 */
final class LengthFitter {
  private final FrameGrid grid;
  private final Scope scope;
  private final BitSet chosen;
  private final Growth growth;

  LengthFitter(FrameGrid grid, Scope scope, List<Moment> moments) {
    this.grid = grid;
    this.scope = scope;
    this.chosen = scope.locked();
    for (Moment m : moments) {
      chosen.set(m.from(), m.to());
    }
    this.growth = new Growth(grid, scope, chosen);
  }

  /**
   * @param spare moments not chosen, best first
   * @param repeats moments that show again what is chosen, for want of anything else
   * @return the chosen pictures, {@code wanted} of them
   */
  BitSet fit(int wanted, List<Moment> spare, List<Moment> repeats) {
    for (List<Moment> more : List.of(spare, repeats)) {
      growth.add(wanted, more);
      growth.widen(wanted, Reach.SHOT);
      if (chosen.cardinality() < wanted) {
        addAndTrim(wanted, more);
      }
      if (chosen.cardinality() < wanted) {
        growth.addPart(wanted, more);
      }
    }
    growth.widen(wanted, Reach.QUIET);
    if (chosen.cardinality() < wanted) {
      exchange(wanted);
    }
    growth.widen(wanted, Reach.ANYWHERE);
    growth.takeStretches(wanted);
    mend(wanted);
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
      growth.hold(edit.place());
      chosen.clear(edit.place(), edit.soundEnd());
      chosen.set(edit.next() - edit.lead(), edit.next());
    }
    growth.widen(wanted, Reach.SHOT);
    if (chosen.cardinality() < wanted) {
      growth.addPart(wanted, spare);
    }
    boolean fits = chosen.cardinality() == wanted && splinters().isEmpty();
    return fits ? (BitSet) chosen.clone() : null;
  }

  /** Takes the best moment more than is wanted, if the surplus can be trimmed off quiet ends. */
  private void addAndTrim(int wanted, List<Moment> spare) {
    for (Moment m : spare) {
      int surplus = chosen.cardinality() + m.frames() - wanted;
      if (surplus >= 0 && growth.free(m)) {
        BitSet kept = (BitSet) chosen.clone();
        chosen.set(m.from(), m.to());
        if (giveBack(surplus, Reach.QUIET)) {
          return;
        }
        chosen.clear();
        chosen.or(kept);
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
    if (!giveBack(surplus, Reach.QUIET)) {
      chosen.clear();
      chosen.or(kept);
    }
  }

  /** What is chosen, parted where what is locked begins and ends, as far as it is too short. */
  private List<Run> splinters() {
    List<Run> splinters = new ArrayList<>();
    for (int from = chosen.nextSetBit(0); from >= 0; ) {
      int to = scope.sideEnd(chosen, from);
      if (!scope.locked(from) && grid.splinter(to - from)) {
        splinters.add(new Run(from, to));
      }
      from = chosen.nextSetBit(to);
    }
    return splinters;
  }

  /**
   * Gives up what would be over before it is seen, and lets other picks last longer for it. Where
   * no other can grow, one of them is made long enough, at the cost of the ends of others; what is
   * left even then lies beside something locked, or between things that are left out.
   */
  private void mend(int wanted) {
    List<Run> splinters = splinters();
    if (splinters.isEmpty()) {
      return;
    }
    splinters.forEach(s -> chosen.clear(s.from(), s.to()));
    for (Reach reach : Reach.values()) {
      growth.widen(wanted, reach);
    }
    int missing = wanted - chosen.cardinality();
    if (missing == 0) {
      return;
    }
    Run longest = growth.longestLeft();
    int length = Math.max(grid.shortestPick(), missing);
    BitSet kept = (BitSet) chosen.clone();
    for (Reach reach : List.of(Reach.QUIET, Reach.ANYWHERE)) {
      int from = growth.quietest(longest, length);
      chosen.set(from, Math.min(from + length, longest.to()));
      if (giveBack(chosen.cardinality() - wanted, reach) && splinters().isEmpty()) {
        return;
      }
      chosen.clear();
      chosen.or(kept);
    }
    growth.growLocked(wanted);
    growth.takeStretches(wanted);
  }

  /**
   * Takes pictures off the ends of picks: those that nobody misses, or, of {@link Reach#ANYWHERE},
   * all that leave a pick to be seen.
   */
  private boolean giveBack(int surplus, Reach reach) {
    int least = reach == Reach.ANYWHERE ? grid.shortestPick() : grid.framesOf(1.2);
    int left = surplus;
    boolean shrank = true;
    while (left > 0 && shrank) {
      shrank = false;
      int at = chosen.nextSetBit(0);
      while (at >= 0 && left > 0) {
        int stop = scope.sideEnd(chosen, at);
        if (stop - at > least && !scope.locked(at)) {
          if (reach == Reach.ANYWHERE || (quiet(stop - 1) && !grid.flashAtEnd(stop - 1))) {
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

  private boolean quiet(int frame) {
    return !grid.spoken(frame);
  }
}
