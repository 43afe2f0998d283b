package com.movierecap.media.analysis;

import com.movierecap.media.Scene;
import com.movierecap.media.TimeRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a film into the five acts that stories of its kind have: they end near a fifth, not quite a
 * half, seven tenths and nine tenths of it, each at the end of a scene.
 */
final class Acts {
  private static final double[] ENDS = {0.2, 0.45, 0.7, 0.9};

  private Acts() {}

  /** Without gaps; fewer than five where the film has fewer scenes. */
  static List<TimeRange> of(List<Scene> scenes) {
    double film = scenes.get(scenes.size() - 1).endSeconds();
    List<TimeRange> acts = new ArrayList<>();
    double start = 0;
    for (double share : ENDS) {
      double end = nearest(scenes, share * film);
      if (end > start && end < film) {
        acts.add(new TimeRange(start, end));
        start = end;
      }
    }
    acts.add(new TimeRange(start, film));
    return List.copyOf(acts);
  }

  private static double nearest(List<Scene> scenes, double seconds) {
    double best = 0;
    for (Scene scene : scenes) {
      if (Math.abs(scene.endSeconds() - seconds) < Math.abs(best - seconds)) {
        best = scene.endSeconds();
      }
    }
    return best;
  }
}
