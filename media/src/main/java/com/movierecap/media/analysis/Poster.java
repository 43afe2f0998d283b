package com.movierecap.media.analysis;

import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Kind;
import java.util.List;

/**
 * Chooses the picture that stands for the film among those that stand for its shots: story only,
 * not from the last quarter, which would tell the end, nor from the first moments.
 */
final class Poster {
  private static final double FIRST = 0.03;
  private static final double LAST = 0.75;
  private static final double FACES = 0.3;

  /** A film dwells on what it is about. */
  private static final double DWELLING = 0.15;

  private static final double DWELT_SECONDS = 4;

  private Poster() {}

  /**
   * @param quality of each shot's key picture, 0..1
   */
  static double seconds(List<Shot> shots, double[] quality) {
    double film = shots.get(shots.size() - 1).endSeconds();
    double best = Double.NEGATIVE_INFINITY;
    double seconds = film / 2;
    for (Shot shot : shots) {
      double score =
          quality[shot.index()]
              + FACES * shot.features().faces()
              + DWELLING * Math.min(1, shot.lengthSeconds() / DWELT_SECONDS);
      // where all else is ruled out, the least bad of it
      score -= shot.kind() == Kind.STORY ? 0 : shot.kind() == Kind.BLACK ? 8 : 4;
      score -= shot.keySeconds() < FIRST * film || shot.keySeconds() > LAST * film ? 2 : 0;
      if (score > best) {
        best = score;
        seconds = shot.keySeconds();
      }
    }
    return seconds;
  }
}
