package com.movierecap.media.evaluation;

import com.movierecap.media.evaluation.EvaluationFilm.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How found boundaries agree with the truth, pooled over films. As PySceneDetect's evaluator does:
 * a boundary inside a slow change belongs to it, the first as its match and every further one as a
 * false alarm; the others are matched with hard cuts one to one, nearest first, within a tolerance.
 */
final class Agreement {
  private final int tolerance;
  private int cuts;
  private int cutsFound;
  private int cutsFalse;
  private int slow;
  private int slowFound;
  private int slowFalse;

  /**
   * @param tolerance in pictures
   */
  Agreement(int tolerance) {
    this.tolerance = tolerance;
  }

  private record Pair(int distance, int cut, int found) {}

  /**
   * @param found first pictures of the found shots, the film's own first not among them
   * @param gradual which of them were called gradual
   */
  void add(Truth truth, List<Integer> found, List<Boolean> gradual) {
    boolean[] used = new boolean[found.size()];
    for (int[] change : truth.gradual()) {
      slow++;
      boolean matched = false;
      for (int i = 0; i < used.length; i++) {
        if (!used[i] && found.get(i) >= change[0] && found.get(i) <= change[1]) {
          used[i] = true;
          if (matched) {
            slowFalse++;
          } else {
            matched = true;
            slowFound++;
          }
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int c = 0; c < truth.cuts().size(); c++) {
      for (int i = 0; i < used.length; i++) {
        int distance = Math.abs(truth.cuts().get(c) - found.get(i));
        if (!used[i] && distance <= tolerance) {
          pairs.add(new Pair(distance, c, i));
        }
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::distance));
    boolean[] hit = new boolean[truth.cuts().size()];
    for (Pair pair : pairs) {
      if (!hit[pair.cut] && !used[pair.found]) {
        hit[pair.cut] = true;
        used[pair.found] = true;
        cutsFound++;
      }
    }
    cuts += hit.length;
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && gradual.get(i)) {
        slowFalse++;
      } else if (!used[i]) {
        cutsFalse++;
      }
    }
  }

  /** As many boundaries as were found, anywhere. */
  void addChance(Truth truth, List<Boolean> gradual, long seed) {
    Random random = new Random(seed);
    List<Integer> places =
        random.ints(gradual.size(), 1, Math.max(2, truth.pictures())).sorted().boxed().toList();
    add(truth, places, gradual);
  }

  double precision() {
    return share(cutsFound, cutsFound + cutsFalse);
  }

  double recall() {
    return share(cutsFound, cuts);
  }

  double f1() {
    return f1(precision(), recall());
  }

  double slowPrecision() {
    return share(slowFound, slowFound + slowFalse);
  }

  double slowRecall() {
    return share(slowFound, slow);
  }

  double slowF1() {
    return f1(slowPrecision(), slowRecall());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : part / (double) whole;
  }

  private static double f1(double p, double r) {
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
}
