package com.movierecap.media.selection;

import com.movierecap.media.Pick;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds where a pick should end with its shot although somebody still speaks: rather than show a
 * sliver of the next shot until the sentence is over, the sound runs on under the next pick's
 * picture (an L-cut). Nobody may speak there; if need be the next pick begins a little earlier.
 */
final class SplitEdits {
  private final FrameGrid grid;
  private final Scope scope;

  SplitEdits(FrameGrid grid, Scope scope) {
    this.grid = grid;
    this.scope = scope;
  }

  /**
   * One of them.
   *
   * @param place where the picture ends
   * @param soundEnd where the sound ends, and the picture ended so far
   * @param next where the next pick begins so far
   * @param lead how many pictures earlier it is to begin
   */
  record SplitEdit(int place, int soundEnd, int next, int lead) {
    int tail() {
      return soundEnd - place;
    }
  }

  /** In film order. */
  List<SplitEdit> of(BitSet chosen) {
    List<SplitEdit> edits = new ArrayList<>();
    int from = chosen.nextSetBit(0);
    while (from >= 0) {
      int to = chosen.nextClearBit(from);
      int next = chosen.nextSetBit(to);
      int cut = grid.cutBefore(to);
      int tail = to - cut;
      boolean late =
          cut - from >= tail
              && grid.seconds(tail) <= Pick.LONGEST_TAIL_SECONDS
              && grid.insideCue(cut)
              && !scope.locked(to - 1);
      int lead = late && next >= 0 ? lead(chosen, to, next, tail) : -1;
      if (lead >= 0) {
        edits.add(new SplitEdit(cut, to, next, lead));
      }
      from = next;
    }
    return edits;
  }

  /** How much earlier the next pick must begin for nobody to speak in its first pictures. */
  private int lead(BitSet chosen, int last, int next, int tail) {
    int silent = 0;
    while (silent < tail && !grid.spoken(next + silent)) {
      silent++;
    }
    int lead = tail - silent;
    for (int f = next - 1; f >= next - lead; f--) {
      boolean free = f > last && scope.open(f) && !grid.spoken(f) && !grid.cut(f + 1);
      if (!free || scope.locked(next)) {
        return lead == 0 ? 0 : -1;
      }
    }
    return chosen.nextClearBit(next) - next + lead >= tail ? lead : -1;
  }

  /** Whether the sound of each pick can still run on as long as was meant. */
  boolean hold(BitSet chosen, List<SplitEdit> edits) {
    return edits.stream()
        .allMatch(
            e -> {
              if (chosen.get(e.place())) {
                // grown together with what follows: there is no cut any more
                return chosen.nextClearBit(e.place()) >= e.soundEnd();
              }
              int next = chosen.nextSetBit(e.place());
              return chosen.get(e.place() - 1)
                  && next >= e.soundEnd()
                  && silent(next, next + e.tail())
                  && chosen.nextClearBit(next) - next >= e.tail();
            });
  }

  private boolean silent(int from, int to) {
    for (int f = from; f < Math.min(to, grid.frames()); f++) {
      if (grid.spoken(f)) {
        return false;
      }
    }
    return true;
  }
}
