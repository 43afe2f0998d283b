package com.movierecap.media.selection;

import java.util.BitSet;

/** The most worth within a length: 0/1 knapsack by dynamic programming. */
final class Knapsack {
  /** Finer would not change the choice, only take longer; the fit is made exact afterwards. */
  private static final int STEPS = 1200;

  private Knapsack() {}

  /**
   * @param lengths in pictures
   * @param room in pictures
   * @return the numbers of those taken; their lengths sum to {@code room} at most
   */
  static BitSet fill(int[] lengths, double[] values, int room) {
    BitSet taken = new BitSet();
    if (room <= 0) {
      return taken;
    }
    int n = lengths.length;
    double unit = Math.max(1, room / (double) STEPS);
    int capacity = (int) Math.floor(room / unit);
    double[] best = new double[capacity + 1];
    BitSet[] with = new BitSet[n];
    for (int i = 0; i < n; i++) {
      // rounded up, so that the sum never exceeds the room
      int weight = (int) Math.ceil(lengths[i] / unit - 1e-9);
      BitSet here = new BitSet(capacity + 1);
      for (int c = capacity; c >= weight; c--) {
        double value = best[c - weight] + values[i];
        if (value > best[c] + 1e-12) {
          best[c] = value;
          here.set(c);
        }
      }
      with[i] = here;
    }
    int c = capacity;
    for (int i = n - 1; i >= 0; i--) {
      if (with[i].get(c)) {
        taken.set(i);
        c -= (int) Math.ceil(lengths[i] / unit - 1e-9);
      }
    }
    return taken;
  }
}
