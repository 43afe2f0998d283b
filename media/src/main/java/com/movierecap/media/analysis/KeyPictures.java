package com.movierecap.media.analysis;

import com.movierecap.media.shots.FrameFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the picture that stands for a shot: sharp, well lit, still, colourful and near the
 * middle. Sharpness and colour count by rank within the film.
 */
final class KeyPictures {
  private static final int MOST_LOOKED_AT = 9;
  private static final double EDGE = 0.1;
  private static final double MIDDLE_GREY = 118;

  private final List<FrameFeatures> looks;
  private final Samples samples;
  private final double[] sharpness;
  private final double[] colour;

  KeyPictures(List<FrameFeatures> looks, Samples samples) {
    this.looks = looks;
    this.samples = samples;
    this.sharpness = Ranks.of(samples.list().stream().mapToDouble(Sample::sharpness).toArray());
    this.colour = Ranks.of(samples.list().stream().mapToDouble(Sample::colour).toArray());
  }

  /**
   * @param quality how well it shows the shot, 0..1
   */
  record Key(Sample sample, double quality) {}

  /** Of the looks {@code from..to}, {@code to} exclusive. */
  Key of(int from, int to) {
    List<Sample> candidates = inner(samples.between(from, to), from, to);
    double mostMotion = 1e-3;
    for (Sample s : candidates) {
      mostMotion = Math.max(mostMotion, looks.get(s.look()).score());
    }
    Key best = null;
    for (Sample s : candidates) {
      double quality = quality(s, from, to, mostMotion);
      if (best == null || quality > best.quality) {
        best = new Key(s, quality);
      }
    }
    if (best == null) {
      throw new IllegalStateException("a shot without a picture");
    }
    return best;
  }

  /** Up to nine, away from the shot's edges where there are any. */
  private static List<Sample> inner(List<Sample> all, int from, int to) {
    double edge = EDGE * (to - from);
    List<Sample> inner =
        all.stream().filter(s -> s.look() >= from + edge && s.look() < to - edge).toList();
    List<Sample> kept = inner.isEmpty() ? all : inner;
    if (kept.size() <= MOST_LOOKED_AT) {
      return kept;
    }
    List<Sample> spread = new ArrayList<>();
    for (int i = 0; i < MOST_LOOKED_AT; i++) {
      spread.add(kept.get((2 * i + 1) * kept.size() / (2 * MOST_LOOKED_AT)));
    }
    return spread;
  }

  private double quality(Sample s, int from, int to, double mostMotion) {
    FrameFeatures look = looks.get(s.look());
    int rank = rank(s);
    double exposure = Math.max(0, 1 - Math.abs(look.brightness() - MIDDLE_GREY) / MIDDLE_GREY);
    double stillness = 1 - look.score() / mostMotion;
    double centre = 1 - Math.abs(2.0 * (s.look() - from) / Math.max(1, to - from) - 1);
    double quality =
        0.35 * sharpness[rank]
            + 0.2 * exposure
            + 0.2 * Math.max(0, stillness)
            + 0.15 * colour[rank]
            + 0.1 * centre;
    return look.brightness() < 24 || look.contrast() < 12 ? quality / 4 : quality;
  }

  private int rank(Sample s) {
    return samples.indexOf(s);
  }
}
