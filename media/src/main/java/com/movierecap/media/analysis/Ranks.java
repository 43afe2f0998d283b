package com.movierecap.media.analysis;

import java.util.Arrays;

/** Turns measures of any unit into 0..1: the share of others that are smaller. */
final class Ranks {
  private Ranks() {}

  static double[] of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = lower(sorted, values[i]);
      int notAbove = lower(sorted, Math.nextUp(values[i]));
      // equal values share the middle of their ranks
      ranks[i] = values.length < 2 ? 0.5 : (below + notAbove - 1) / 2.0 / (values.length - 1);
    }
    return ranks;
  }

  private static int lower(double[] sorted, double value) {
    int i = Arrays.binarySearch(sorted, value);
    if (i < 0) {
      return -i - 1;
    }
    while (i > 0 && sorted[i - 1] == value) {
      i--;
    }
    return i;
  }
}
