package com.movierecap.media.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups neighbouring shots to scenes. Two shots close in time and alike belong together, and so
 * does all between them: shot and reverse shot fold into one scene. How alike is searched for,
 * until the film has a sane number of scenes.
 */
final class SceneGrouper {
  private static final int REACH_SHOTS = 8;
  private static final double REACH_SECONDS = 60;
  private static final int ROUNDS = 24;

  /** What one shot is compared by. */
  interface Similarity {
    /** 0 the same, 1 nothing in common. */
    double distance(int a, int b);
  }

  private SceneGrouper() {}

  /**
   * @param starts begin of each shot in seconds, then the film's end
   * @return index of the last shot of each scene
   */
  static List<Integer> group(double[] starts, Similarity likeness) {
    int shots = starts.length - 1;
    // 40 scenes in two hours, 12 in ten minutes, 4 in one: found to read well, no theory behind it
    double wanted = 1 + 0.46 * Math.sqrt(starts[shots]);
    double low = 0;
    double high = 1;
    List<Integer> best = ends(starts, likeness, 0.5);
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      List<Integer> scenes = ends(starts, likeness, middle);
      if (Math.abs(scenes.size() - wanted) < Math.abs(best.size() - wanted)) {
        best = scenes;
      }
      if (scenes.size() > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return best;
  }

  private static List<Integer> ends(double[] starts, Similarity likeness, double threshold) {
    int shots = starts.length - 1;
    List<Integer> ends = new ArrayList<>();
    int reach = 0;
    for (int i = 0; i < shots; i++) {
      for (int j = i + 1; j < shots && j - i <= REACH_SHOTS; j++) {
        if (starts[j] - starts[i + 1] < REACH_SECONDS && likeness.distance(i, j) < threshold) {
          reach = Math.max(reach, j);
        }
      }
      if (reach <= i) {
        ends.add(i);
        reach = i + 1;
      }
    }
    return ends;
  }
}
