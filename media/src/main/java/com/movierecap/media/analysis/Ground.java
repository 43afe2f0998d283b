package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;

/**
 * How a picture divides into a plain ground and what is drawn on it: titles and logos are a little
 * on a lot of plain.
 *
 * @param level luma of the ground, the most frequent one
 * @param share of the pixels that are the ground's, 0..1
 * @param drawn share of the pixels that differ clearly from it
 * @param edges share of pixels beside a hard edge
 * @param spreadX standard deviation of what is drawn, sideways, in widths
 * @param spreadY the same upwards, in heights
 * @param offset distance of its middle from the picture's, in widths and heights
 */
record Ground(
    int level, float share, float drawn, float edges, float spreadX, float spreadY, float offset) {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;
  private static final int NEAR = 5;
  private static final int DRAWN = 24;
  private static final int HARD_EDGE = 48;

  static Ground of(byte[] luma) {
    int[] histogram = new int[256];
    for (byte b : luma) {
      histogram[b & 0xFF]++;
    }
    int level = 0;
    int most = -1;
    int window = 0;
    for (int v = 0; v < 256; v++) {
      window += histogram[v] - (v >= 5 ? histogram[v - 5] : 0);
      if (window > most) {
        most = window;
        level = Math.max(0, v - 2);
      }
    }
    int near = 0;
    int edges = 0;
    long n = 0;
    long sx = 0;
    long sy = 0;
    long sxx = 0;
    long syy = 0;
    for (int y = 0; y < H - 1; y++) {
      for (int x = 0; x < W - 1; x++) {
        int at = y * W + x;
        int v = luma[at] & 0xFF;
        int off = Math.abs(v - level);
        near += off <= NEAR ? 1 : 0;
        int right = Math.abs(v - (luma[at + 1] & 0xFF));
        int below = Math.abs(v - (luma[at + W] & 0xFF));
        edges += Math.max(right, below) > HARD_EDGE ? 1 : 0;
        if (off > DRAWN) {
          n++;
          sx += x;
          sy += y;
          sxx += x * x;
          syy += y * y;
        }
      }
    }
    double all = (W - 1.0) * (H - 1);
    if (n == 0) {
      return new Ground(level, (float) (near / all), 0, 0, 0, 0, 0);
    }
    double mx = sx / (double) n;
    double my = sy / (double) n;
    return new Ground(
        level,
        (float) (near / all),
        (float) (n / all),
        (float) (edges / all),
        (float) (Math.sqrt(Math.max(0, sxx / (double) n - mx * mx)) / W),
        (float) (Math.sqrt(Math.max(0, syy / (double) n - my * my)) / H),
        (float) Math.hypot(mx / W - 0.5, my / H - 0.5));
  }

  /** Thin bright strokes on a plain ground. Things are mostly inside, letters mostly edge. */
  boolean text() {
    return share > 0.55 && edges > 0.003 && drawn < 0.3 && edges > 0.45 * drawn;
  }

  /** Something small in the middle of a plain ground. */
  boolean emblem() {
    return share > 0.55 && drawn > 0.003 && spreadX < 0.25 && spreadY < 0.25 && offset < 0.15;
  }
}
