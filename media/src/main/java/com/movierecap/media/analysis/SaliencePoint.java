package com.movierecap.media.analysis;

import com.movierecap.media.shots.Miniature;

/**
 * Where the eye is drawn in one picture.
 *
 * @param x 0 left to 1 right, of the picture as decoded
 * @param y 0 top to 1 bottom
 * @param weight how strongly, any unit; 0 nothing stands out
 */
record SaliencePoint(float x, float y, float weight) {
  static final SaliencePoint NOWHERE = new SaliencePoint(0.5f, 0.5f, 0);

  private static final int W = Miniature.WIDTH;
  private static final int H = Miniature.HEIGHT;

  /** A thing counts for what it moves more than the whole picture does, and half for its detail. */
  private static final double DETAIL = 0.5;

  /**
   * @param before a picture shortly before, of the same shot or not
   */
  static SaliencePoint of(Miniature before, Miniature now) {
    double moved = before.lumaDifference(now);
    double sum = 0;
    double sx = 0;
    double sy = 0;
    for (int y = 1; y < H - 1; y++) {
      for (int x = 1; x < W - 1; x++) {
        int at = y * W + x;
        int v = now.luma[at] & 0xFF;
        double motion = Math.abs(v - (before.luma[at] & 0xFF)) - 1.5 * moved - 3;
        int detail =
            Math.abs(v - (now.luma[at + 1] & 0xFF)) + Math.abs(v - (now.luma[at + W] & 0xFF));
        double pull = Math.max(0, motion) + DETAIL * Math.max(0, detail - 12);
        if (pull <= 0) {
          continue;
        }
        // squared, so that one strong thing beats much weak texture; the middle is where films put
        // what they are about
        double dx = (x + 0.5) / W - 0.5;
        double dy = (y + 0.5) / H - 0.5;
        double weight = pull * pull * Math.exp(-3 * (dx * dx + dy * dy));
        sum += weight;
        sx += weight * dx;
        sy += weight * dy;
      }
    }
    if (sum < W * H) {
      return NOWHERE;
    }
    return new SaliencePoint(
        (float) (0.5 + sx / sum), (float) (0.5 + sy / sum), (float) Math.sqrt(sum));
  }
}
