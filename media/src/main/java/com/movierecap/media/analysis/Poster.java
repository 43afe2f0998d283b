package com.movierecap.media.analysis;

import com.movierecap.media.Shot;
import com.movierecap.media.film.PictureClock;
import java.util.List;

/**
 * Chooses the picture that stands for the film: sharp, well lit, still, colourful; not black, no
 * title, and not from the first or last twentieth, where logos and credits are.
 */
final class Poster {
  private static final double EDGE_SHARE = 0.05;

  private Poster() {}

  static double seconds(List<Look> looks, PictureClock clock, List<Shot> shots) {
    double film = clock.durationSeconds();
    double[] sharpness = Ranks.of(looks.stream().mapToDouble(Look::sharpness).toArray());
    double[] colour = Ranks.of(looks.stream().mapToDouble(Look::colour).toArray());
    double[] motion = Ranks.of(looks.stream().mapToDouble(Look::score).toArray());
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    int shot = 0;
    for (int i = 0; i < looks.size(); i++) {
      Look look = looks.get(i);
      while (shot + 1 < shots.size() && look.seconds() >= shots.get(shot).endSeconds()) {
        shot++;
      }
      Shot s = shots.get(shot);
      double into = (look.seconds() - s.startSeconds()) / s.lengthSeconds();
      double exposure = 1 - Math.abs(look.brightness() - 118) / 118;
      double score =
          0.35 * sharpness[i] + 0.2 * exposure + 0.2 * (1 - motion[i]) + 0.15 * colour[i];
      // a picture from the middle of a long shot shows what the film dwells on
      score += 0.1 * Math.min(1, s.lengthSeconds() / 4);
      score -= into < 0.1 || into > 0.9 ? 0.5 : 0;
      score -= look.dark() ? 2 : 0;
      boolean edge = look.seconds() < EDGE_SHARE * film || look.seconds() > (1 - EDGE_SHARE) * film;
      score -= edge ? 1 : 0;
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return looks.get(best).seconds();
  }
}
