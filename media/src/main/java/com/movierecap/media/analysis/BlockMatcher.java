package com.movierecap.media.analysis;

/**
 * Tells a new shot from a moved camera: how much of a picture cannot be found again in another.
 *
 * <p>As an encoder decides for a key picture (x264's scene cut): for each block the cost of
 * predicting it from the other picture, moved within reach, against the cost of coding it alone.
 * Means of blocks are taken away, so that light coming and going (flashes, fire, fades) costs
 * nothing. About 0.3 ms; asked for suspicious pictures only.
 */
final class BlockMatcher {
  private static final int BLOCK_WIDTH = 10;
  private static final int BLOCK_HEIGHT = 9;
  private static final int REACH_X = 10;
  private static final int REACH_Y = 6;

  /** What grain and coding leave of a pixel's difference in the mean. */
  private static final double NOISE = 1.2;

  private final int[] sums = new int[(Miniature.WIDTH + 1) * (Miniature.HEIGHT + 1)];

  private double inter;
  private double alone;

  /** 0 all is found again, about 0.7 and more nothing; 1 for two pictures without any structure. */
  double mismatch(Miniature a, Miniature b) {
    inter = 0;
    alone = 0;
    match(a.luma, b.luma);
    match(b.luma, a.luma);
    return alone <= 0 ? 1 : Math.min(1, inter / alone);
  }

  private void match(byte[] from, byte[] in) {
    integrate(in);
    for (int y = 0; y + BLOCK_HEIGHT <= Miniature.HEIGHT; y += BLOCK_HEIGHT) {
      for (int x = 0; x + BLOCK_WIDTH <= Miniature.WIDTH; x += BLOCK_WIDTH) {
        block(from, in, x, y);
      }
    }
  }

  private void block(byte[] from, byte[] in, int x, int y) {
    int n = BLOCK_WIDTH * BLOCK_HEIGHT;
    int sum = 0;
    for (int r = 0; r < BLOCK_HEIGHT; r++) {
      for (int c = 0; c < BLOCK_WIDTH; c++) {
        sum += from[(y + r) * Miniature.WIDTH + x + c] & 0xFF;
      }
    }
    int mean = (sum + n / 2) / n;
    int own = 0;
    for (int r = 0; r < BLOCK_HEIGHT; r++) {
      for (int c = 0; c < BLOCK_WIDTH; c++) {
        own += Math.abs((from[(y + r) * Miniature.WIDTH + x + c] & 0xFF) - mean);
      }
    }
    double noise = NOISE * n;
    if (own <= noise) {
      return;
    }
    int best = cost(from, in, x, y, 0, 0, mean, own);
    for (int dy = -REACH_Y; dy <= REACH_Y && best > noise; dy++) {
      if (y + dy < 0 || y + dy + BLOCK_HEIGHT > Miniature.HEIGHT) {
        continue;
      }
      for (int dx = -REACH_X; dx <= REACH_X; dx++) {
        if (x + dx >= 0 && x + dx + BLOCK_WIDTH <= Miniature.WIDTH) {
          best = cost(from, in, x, y, dx, dy, mean, best);
        }
      }
    }
    inter += Math.max(0, best - noise);
    alone += own - noise;
  }

  /** Sum of absolute differences without the means; stops where it exceeds {@code best}. */
  private int cost(byte[] from, byte[] in, int x, int y, int dx, int dy, int mean, int best) {
    int n = BLOCK_WIDTH * BLOCK_HEIGHT;
    int left = x + dx;
    int top = y + dy;
    int w = Miniature.WIDTH + 1;
    int sum =
        sums[(top + BLOCK_HEIGHT) * w + left + BLOCK_WIDTH]
            - sums[top * w + left + BLOCK_WIDTH]
            - sums[(top + BLOCK_HEIGHT) * w + left]
            + sums[top * w + left];
    int shift = (sum + n / 2) / n - mean;
    int cost = 0;
    for (int r = 0; r < BLOCK_HEIGHT; r++) {
      int a = (y + r) * Miniature.WIDTH + x;
      int b = (top + r) * Miniature.WIDTH + left;
      for (int c = 0; c < BLOCK_WIDTH; c++) {
        cost += Math.abs((in[b + c] & 0xFF) - (from[a + c] & 0xFF) - shift);
      }
      if (cost >= best) {
        return best;
      }
    }
    return cost;
  }

  private void integrate(byte[] luma) {
    int w = Miniature.WIDTH + 1;
    for (int y = 0; y < Miniature.HEIGHT; y++) {
      int row = 0;
      for (int x = 0; x < Miniature.WIDTH; x++) {
        row += luma[y * Miniature.WIDTH + x] & 0xFF;
        sums[(y + 1) * w + x + 1] = sums[y * w + x + 1] + row;
      }
    }
  }
}
