package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Focus;
import com.movierecap.media.models.Face;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Far above that of motion, so that one glance decides. */
  private static final float FACE_WEIGHT = 1e6f;

  /** For how long a face that was seen is taken to be there. */
  private static final double FACE_SECONDS = 2;

  private FocusPath() {}

  /** A place that the eye is drawn to at a time. */
  private record Pull(double seconds, SaliencePoint eye) {}

  /**
   * Faces draw the eye more than anything that moves; of several the middle, where they are.
   *
   * @param samples those of the shot, in order
   * @param glances those of the shot, in order
   * @return empty where nothing stands out
   */
  static List<Focus> of(
      List<Sample> samples, List<FaceTrack.Glance> glances, double start, double end) {
    // the first picture is compared with one of the shot before
    List<Sample> seen = samples.size() > 1 ? samples.subList(1, samples.size()) : samples;
    List<Pull> own = seen.stream().map(s -> new Pull(s.seconds(), eye(s, glances))).toList();
    if (own.stream().noneMatch(p -> p.eye().weight() > 0)) {
      return List.of();
    }
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

  private static SaliencePoint eye(Sample sample, List<FaceTrack.Glance> glances) {
    FaceTrack.@Nullable Glance nearest = null;
    for (FaceTrack.Glance g : glances) {
      double away = Math.abs(g.seconds() - sample.seconds());
      if (away <= FACE_SECONDS
          && (nearest == null || away < Math.abs(nearest.seconds() - sample.seconds()))) {
        nearest = g;
      }
    }
    if (nearest == null || nearest.faces().isEmpty()) {
      return sample.eye();
    }
    double x = 0;
    double y = 0;
    double sum = 0;
    for (Face face : nearest.faces()) {
      double size = face.width() * face.height();
      x += size * face.x();
      y += size * face.y();
      sum += size;
    }
    return new SaliencePoint((float) (x / sum), (float) (y / sum), FACE_WEIGHT);
  }

  private static double[] median(List<Pull> samples, double from, double to) {
    List<Pull> near =
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

  private static double median(List<Pull> samples, boolean x) {
    List<Pull> sorted = new ArrayList<>(samples);
    sorted.sort((a, b) -> Float.compare(place(a, x), place(b, x)));
    double half = sorted.stream().mapToDouble(s -> s.eye().weight()).sum() / 2;
    double sum = 0;
    for (Pull s : sorted) {
      sum += s.eye().weight();
      if (sum >= half) {
        return place(s, x);
      }
    }
    return 0.5;
  }

  private static float place(Pull s, boolean x) {
    return x ? s.eye().x() : s.eye().y();
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
