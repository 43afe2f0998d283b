package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Focus;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the eye through a shot as a camera on a tripod would: it rests, and turns only where what
 * is looked at has really gone elsewhere. Between two points the place moves evenly.
 */
final class FocusPath {
  /** The eye's place is the weighted median over this much time to both sides. */
  private static final double SMOOTHED_SECONDS = 1.0;

  private static final double DEAD_ZONE = 0.12;
  private static final double AWAY_SECONDS = 0.8;
  private static final double TURN_SECONDS = 0.7;
  private static final double STEP_SECONDS = 0.4;

  private FocusPath() {}

  /**
   * @param samples those of the shot, in order
   * @return empty where nothing stands out
   */
  static List<Focus> of(List<Sample> samples, double start, double end) {
    if (samples.stream().noneMatch(s -> s.eye().weight() > 0)) {
      return List.of();
    }
    // the first picture is compared with one of the shot before
    List<Sample> own = samples.size() > 1 ? samples.subList(1, samples.size()) : samples;
    List<Focus> path = new ArrayList<>();
    double[] held = median(own, start, Math.min(end, start + 2 * SMOOTHED_SECONDS));
    path.add(new Focus(round(start), round(held[0]), round(held[1])));
    double awaySince = -1;
    for (double t = start + STEP_SECONDS; t < end; t += STEP_SECONDS) {
      double[] now = median(own, t - SMOOTHED_SECONDS, t + SMOOTHED_SECONDS);
      boolean away =
          Math.abs(now[0] - held[0]) > DEAD_ZONE || Math.abs(now[1] - held[1]) > DEAD_ZONE;
      if (!away) {
        awaySince = -1;
      } else if (awaySince < 0) {
        awaySince = t;
      } else if (t - awaySince >= AWAY_SECONDS && t + TURN_SECONDS / 2 < end) {
        double from = Math.max(path.get(path.size() - 1).seconds(), t - TURN_SECONDS);
        path.add(new Focus(round(from), round(held[0]), round(held[1])));
        held = now;
        path.add(new Focus(round(t), round(held[0]), round(held[1])));
        awaySince = -1;
      }
    }
    return List.copyOf(path);
  }

  private static double[] median(List<Sample> samples, double from, double to) {
    List<Sample> near =
        samples.stream()
            .filter(s -> s.seconds() >= from && s.seconds() <= to && s.eye().weight() > 0)
            .toList();
    if (near.isEmpty()) {
      near = samples.stream().filter(s -> s.eye().weight() > 0).toList();
    }
    if (near.isEmpty()) {
      return new double[] {0.5, 0.5};
    }
    return new double[] {median(near, true), median(near, false)};
  }

  private static double median(List<Sample> samples, boolean x) {
    List<Sample> sorted = new ArrayList<>(samples);
    sorted.sort((a, b) -> Float.compare(place(a, x), place(b, x)));
    double half = sorted.stream().mapToDouble(s -> s.eye().weight()).sum() / 2;
    double sum = 0;
    for (Sample s : sorted) {
      sum += s.eye().weight();
      if (sum >= half) {
        return place(s, x);
      }
    }
    return 0.5;
  }

  private static float place(Sample s, boolean x) {
    return x ? s.eye().x() : s.eye().y();
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
