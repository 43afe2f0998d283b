package com.movierecap.media.selection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which moments are taken: the most worth within each act's share, then without showing anything
 * twice, and with no part of the story passed over.
 */
final class PickOptimizer {
  private final List<Moment> moments;
  private final Similarity likeness;
  private final Scope scope;
  private final int wanted;

  /** Indices of all moments, the most worth first; by time where two are equal. */
  private final List<Integer> ranked;

  /** Share of the recap that one stretch of the film may be, while there is anything else. */
  private static final double LONGEST_RUN = 0.25;

  private final BitSet taken = new BitSet();

  /** Taken so that a part of the story is not passed over: never given up for another. */
  private final BitSet needed = new BitSet();

  private final BitSet repeats = new BitSet();

  /**
   * @param moments that may be taken, in film order
   * @param wanted length of the recap in pictures
   */
  PickOptimizer(List<Moment> moments, Similarity likeness, Scope scope, int wanted) {
    this.moments = moments;
    this.likeness = likeness;
    this.scope = scope;
    this.wanted = wanted;
    this.ranked =
        IntStream.range(0, moments.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -moments.get(i).value())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  /**
   * Fills each act's share of the recap. What an act leaves over goes to the next, so that the last
   * cannot be starved.
   *
   * @param actEnds places after each act's last picture
   * @param shares of the recap, in the order of the acts; they sum to one
   */
  void fillActs(int[] actEnds, double[] shares) {
    int left = wanted - scope.lockedPictures();
    int carried = 0;
    int first = 0;
    int start = 0;
    for (int act = 0; act < actEnds.length; act++) {
      int last = first;
      while (last < moments.size() && moments.get(last).middle() <= actEnds[act]) {
        last++;
      }
      int share = (int) Math.round(wanted * shares[act]) - scope.lockedWithin(start, actEnds[act]);
      int room = Math.max(0, Math.min(left, share + carried));
      int[] lengths = new int[last - first];
      double[] worth = new double[last - first];
      for (int i = first; i < last; i++) {
        lengths[i - first] = moments.get(i).frames();
        worth[i - first] = moments.get(i).value();
      }
      int used = 0;
      BitSet here = Knapsack.fill(lengths, worth, room);
      for (int i = here.nextSetBit(0); i >= 0; i = here.nextSetBit(i + 1)) {
        taken.set(first + i);
        used += lengths[i];
      }
      carried = share + carried - used;
      left -= used;
      first = last;
      start = actEnds[act];
    }
  }

  /** Gives up what shows the same as something better, and takes something else for it. */
  void dropRepeats() {
    List<Moment> kept = new ArrayList<>();
    for (int i : ranked) {
      Moment m = moments.get(i);
      if (taken.get(i)) {
        if (kept.stream().anyMatch(k -> likeness.alike(k, m))) {
          taken.clear(i);
        } else {
          kept.add(m);
        }
      }
    }
    refill();
  }

  /**
   * Takes the best of what is left, as long as it shows something else than what was taken and no
   * stretch becomes a film of its own.
   */
  private void refill() {
    List<Moment> kept = new ArrayList<>(taken());
    BitSet shown = shown();
    int left = wanted - frames();
    repeats.clear();
    for (int i : ranked) {
      Moment m = moments.get(i);
      if (taken.get(i)) {
        continue;
      }
      if (kept.stream().anyMatch(k -> likeness.alike(k, m))) {
        repeats.set(i);
      } else if (m.frames() <= left && run(shown, m) <= LONGEST_RUN * wanted) {
        taken.set(i);
        kept.add(m);
        shown.set(m.from(), m.to());
        left -= m.frames();
      }
    }
  }

  /** How long the stretch would be that a moment becomes part of. */
  private static int run(BitSet shown, Moment m) {
    int from = m.from() == 0 ? 0 : shown.previousClearBit(m.from() - 1) + 1;
    return shown.nextClearBit(m.to()) - from;
  }

  /**
   * Sees to it that no stretch longer than that is without a moment: finds the cheapest chain of
   * moments through the story with no longer gap, what is taken already being cheap, and gives up
   * the least valuable of the others for it. Where all that a stretch has to show is taken from
   * elsewhere, it is shown here and not there. Where the film allows no such chain, or none that
   * short, gaps are as long as they must be.
   *
   * @param to place at which the story ends, or must not be told on
   * @param longest in pictures
   */
  void closeGaps(int to, int longest) {
    // gaps count more than turning points
    needed.clear();
    for (double loose = 1; Scope.longestGap(shown(), 0, to) > loose * longest; loose *= 1.2) {
      for (Taste taste : Taste.values()) {
        List<Integer> chain = chainWithoutRepeats(to, (int) (loose * longest), taste);
        if (!chain.isEmpty() && take(chain)) {
          refill();
          return;
        }
      }
    }
  }

  /** What a chain through the story is made of. */
  private enum Taste {
    VALUABLE,
    SHORT,
    /** As short, and what was taken from elsewhere may be shown here instead. */
    SHIFTED,
    /** As short, and the same may be shown twice: such a film has nothing else to show. */
    REPEATING
  }

  /**
   * For a film that has too little to show without showing something twice: what is still missing
   * is taken where the longest stretch was passed over, so that the whole of such a film is called
   * at and not one part of it shown at length.
   *
   * @param to place at which the story ends, or must not be told on
   */
  void spread(int to) {
    int missing = wanted - frames();
    BitSet shown = shown();
    List<Moment> left = new ArrayList<>(spare());
    left.addAll(repeats());
    while (missing > 0) {
      int room = missing;
      Moment next = null;
      for (TimeSpan gap : gaps(shown, to)) {
        next =
            left.stream()
                .filter(m -> m.frames() <= room && m.from() >= gap.from() && m.to() <= gap.to())
                .max(Comparator.comparingDouble(m -> worthWithin(m, gap)))
                .orElse(null);
        if (next != null) {
          break;
        }
      }
      if (next == null) {
        return;
      }
      left.remove(next);
      taken.set(moments.indexOf(next));
      shown.set(next.from(), next.to());
      missing -= next.frames();
    }
  }

  /** Pictures {@code from} to {@code to - 1}. */
  private record TimeSpan(int from, int to) {}

  /** What is not shown, the longest stretch first. */
  private static List<TimeSpan> gaps(BitSet shown, int to) {
    List<TimeSpan> gaps = new ArrayList<>();
    for (int at = shown.nextClearBit(0); at < to; ) {
      int next = shown.nextSetBit(at);
      int end = next < 0 ? to : Math.min(to, next);
      gaps.add(new TimeSpan(at, end));
      at = next < 0 ? to : shown.nextClearBit(next);
    }
    gaps.sort(Comparator.comparingInt(gap -> gap.from() - gap.to()));
    return gaps;
  }

  /** The nearer to the middle of the gap, the better it parts it. */
  private static double worthWithin(Moment m, TimeSpan gap) {
    double off = Math.abs(2.0 * (m.middle() - gap.from()) / (gap.to() - gap.from()) - 1);
    return m.value() * (1 - off);
  }

  private List<Integer> chainWithoutRepeats(int to, int longest, Taste taste) {
    boolean anew = taste == Taste.SHIFTED || taste == Taste.REPEATING;
    BitSet barred = anew ? new BitSet() : (BitSet) repeats.clone();
    while (true) {
      List<Integer> chain = chain(to, longest, taste, barred);
      int repeat = taste == Taste.REPEATING ? -1 : repeatIn(chain);
      if (repeat < 0) {
        return chain;
      }
      barred.set(repeat);
    }
  }

  /** One that shows the same as another of the chain, the less valuable of the two; else -1. */
  private int repeatIn(List<Integer> chain) {
    for (int i : chain) {
      for (int k : chain) {
        Moment a = moments.get(i);
        Moment b = moments.get(k);
        boolean less = a.value() < b.value() || (a.value() == b.value() && i > k);
        if (less && likeness.alike(a, b)) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * Dynamic programming over moments in film order; empty where there is no such chain.
   *
   * @param barred may not be part of it
   */
  private List<Integer> chain(int to, int longest, Taste taste, BitSet barred) {
    int n = moments.size();
    double highest = moments.stream().mapToDouble(Moment::value).max().orElse(1);
    double[] cost = new double[n];
    int[] before = new int[n];
    int best = -1;
    // those that reach the moment at hand and are cheaper than every later one, the cheapest first
    Deque<Integer> near = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      Moment m = moments.get(i);
      while (!near.isEmpty() && !reaches(moments.get(near.getFirst()).to(), m.from(), longest)) {
        near.removeFirst();
      }
      boolean first = reaches(0, m.from(), longest);
      before[i] = first || near.isEmpty() ? -1 : near.getFirst();
      cost[i] = first ? 0 : before[i] < 0 ? Double.POSITIVE_INFINITY : cost[before[i]];
      // a little for each, so that no chain is longer than it must be
      double worth = taste != Taste.VALUABLE ? 1 : taken.get(i) ? 0.2 : 1.5 - m.value() / highest;
      cost[i] += barred.get(i) ? Double.POSITIVE_INFINITY : m.frames() * (0.05 + worth);
      while (!near.isEmpty() && cost[near.getLast()] >= cost[i]) {
        near.removeLast();
      }
      near.addLast(i);
      if (reaches(m.to(), to, longest) && (best < 0 || cost[i] < cost[best])) {
        best = i;
      }
    }
    List<Integer> chain = new ArrayList<>();
    for (int i = best; i >= 0 && cost[best] < Double.POSITIVE_INFINITY; i = before[i]) {
      chain.add(i);
    }
    return chain;
  }

  /** Whether what is locked leaves no longer gap between two places. */
  private boolean reaches(int from, int to, int longest) {
    return to - from <= longest || scope.longestUnlocked(from, to) <= longest;
  }

  /**
   * Takes those too and gives up the least valuable of the rest until all fits; where it cannot,
   * everything stays as it was.
   */
  private boolean take(List<Integer> more) {
    BitSet before = (BitSet) taken.clone();
    for (int i : more) {
      for (int k = taken.nextSetBit(0); k >= 0; k = taken.nextSetBit(k + 1)) {
        if (likeness.alike(moments.get(k), moments.get(i))) {
          taken.clear(k);
        }
      }
    }
    more.forEach(taken::set);
    int frames = frames();
    for (int k = ranked.size() - 1; k >= 0 && frames > wanted; k--) {
      int i = ranked.get(k);
      if (taken.get(i) && !needed.get(i) && !more.contains(i)) {
        taken.clear(i);
        frames -= moments.get(i).frames();
      }
    }
    if (frames <= wanted) {
      return true;
    }
    taken.clear();
    taken.or(before);
    return false;
  }

  /**
   * Takes the best moment of a stretch that has none, if there is room for it.
   *
   * @param to of a stretch in the part that is left out this lies before {@code from}: nothing is
   *     taken of it
   */
  void visit(int from, int to) {
    if (to <= from) {
      return;
    }
    boolean seen = scope.lockedWithin(from, to) > 0;
    int best = -1;
    for (int i = 0; i < moments.size(); i++) {
      Moment m = moments.get(i);
      if (m.middle() >= from && m.middle() < to) {
        seen |= taken.get(i);
        boolean better = best < 0 || m.value() > moments.get(best).value();
        best = better && !repeats.get(i) ? i : best;
      }
    }
    if (seen || best < 0) {
      return;
    }
    if (take(List.of(best))) {
      needed.set(best);
    }
  }

  private BitSet shown() {
    BitSet shown = scope.locked();
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      shown.set(moments.get(i).from(), moments.get(i).to());
    }
    return shown;
  }

  private int frames() {
    int frames = scope.lockedPictures();
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      frames += moments.get(i).frames();
    }
    return frames;
  }

  List<Moment> taken() {
    return taken.stream().mapToObj(moments::get).toList();
  }

  /** What was not taken and shows something else than what was, best first. */
  List<Moment> spare() {
    return ranked.stream().filter(i -> !taken.get(i) && !repeats.get(i)).map(moments::get).toList();
  }

  /** What was not taken since it shows again what was, best first. */
  List<Moment> repeats() {
    return ranked.stream().filter(i -> !taken.get(i) && repeats.get(i)).map(moments::get).toList();
  }
}
