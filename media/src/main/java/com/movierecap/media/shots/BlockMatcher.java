package com.movierecap.media.shots;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Tells a new shot from a moved camera: how much of a picture cannot be found again in another.
 *
 * <p>As an encoder decides for a key picture (x264's scene cut): for each block the cost of
 * predicting it from the other picture, moved within reach, against the cost of coding it alone.
 * Means of blocks are taken away, so that light coming and going (flashes, fire, fades) costs
 * nothing.
 *
 * <p>Every place within reach counts, but few are looked at: the differences of a block's six parts
 * in the sum are a lower bound of its pixels' (successive elimination, Li and Salari, 1995).
 */
final class BlockMatcher {
  private static final int PART_WIDTH = 5;
  private static final int PART_HEIGHT = 3;
  private static final int PARTS_ACROSS = 2;
  private static final int PARTS_DOWN = 3;
  private static final int BLOCK_WIDTH = PARTS_ACROSS * PART_WIDTH;
  private static final int BLOCK_HEIGHT = PARTS_DOWN * PART_HEIGHT;
  private static final int N = BLOCK_WIDTH * BLOCK_HEIGHT;
  private static final int REACH_X = 10;
  private static final int REACH_Y = 6;

  /** What grain and coding leave of a pixel's difference in the mean. */
  private static final double NOISE = 1.2;

  private static final int W = Miniature.WIDTH;
  private static final int H = Miniature.HEIGHT;

  /** The ways within reach, {@code dx} and {@code dy} in turn, the shortest first. */
  private static final int[] WAYS = ways();

  /** From a block's corner to its parts'. */
  private static final int[] PARTS = parts();

  /** For each pixel the sum of the part whose upper left it is. */
  private final int[] parts = new int[W * H];

  private final int[] columns = new int[W];
  private final int[] own = new int[N];
  private final int[] ownParts = new int[PARTS.length];

  /** What the blocks cost that were looked for. */
  private double inter;

  /** What all blocks cost alone. */
  private double alone;

  /** Of that, what the blocks cost that were not looked for yet: they cost no more predicted. */
  private double left;

  private static int[] ways() {
    int across = 2 * REACH_X + 1;
    return IntStream.range(0, across * (2 * REACH_Y + 1))
        .mapToObj(i -> new int[] {i % across - REACH_X, i / across - REACH_Y})
        .sorted(Comparator.comparingInt(way -> way[0] * way[0] + way[1] * way[1]))
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private static int[] parts() {
    int[] parts = new int[PARTS_ACROSS * PARTS_DOWN];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = i / PARTS_ACROSS * PART_HEIGHT * W + i % PARTS_ACROSS * PART_WIDTH;
    }
    return parts;
  }

  /** 0 all is found again, about 0.7 and more nothing; 1 for two pictures without any structure. */
  double mismatch(Miniature a, Miniature b) {
    match(a, b, Double.NaN);
    return alone <= 0 ? 1 : Math.min(1, inter / alone);
  }

  /** Whether the mismatch is above a limit below 1: stops looking once that is certain. */
  boolean mismatched(Miniature a, Miniature b, double limit) {
    match(a, b, limit);
    return alone <= 0 || inter > limit * alone;
  }

  private void match(Miniature a, Miniature b, double limit) {
    inter = 0;
    alone = structure(a.luma) + structure(b.luma);
    left = alone;
    match(a.luma, b.luma, limit * alone);
    match(b.luma, a.luma, limit * alone);
  }

  private double structure(byte[] luma) {
    double structure = 0;
    for (int y = 0; y + BLOCK_HEIGHT <= H; y += BLOCK_HEIGHT) {
      for (int x = 0; x + BLOCK_WIDTH <= W; x += BLOCK_WIDTH) {
        structure += Math.max(0, read(luma, x, y) - NOISE * N);
      }
    }
    return structure;
  }

  private void match(byte[] from, byte[] in, double limit) {
    sumParts(in);
    for (int y = 0; y + BLOCK_HEIGHT <= H; y += BLOCK_HEIGHT) {
      for (int x = 0; x + BLOCK_WIDTH <= W; x += BLOCK_WIDTH) {
        if (inter > limit || inter + left <= limit) {
          return;
        }
        block(from, in, x, y);
      }
    }
  }

  /** Takes a block in, less its mean, and tells the sum of what is left of it. */
  private int read(byte[] from, int x, int y) {
    int sum = 0;
    for (int r = 0; r < BLOCK_HEIGHT; r++) {
      for (int c = 0; c < BLOCK_WIDTH; c++) {
        int value = from[(y + r) * W + x + c] & 0xFF;
        own[r * BLOCK_WIDTH + c] = value;
        sum += value;
      }
    }
    int mean = (sum + N / 2) / N;
    Arrays.fill(ownParts, 0);
    int energy = 0;
    for (int i = 0; i < N; i++) {
      own[i] -= mean;
      energy += Math.abs(own[i]);
      int part = i / BLOCK_WIDTH / PART_HEIGHT * PARTS_ACROSS + i % BLOCK_WIDTH / PART_WIDTH;
      ownParts[part] += own[i];
    }
    return energy;
  }

  private void block(byte[] from, byte[] in, int x, int y) {
    int energy = read(from, x, y);
    double noise = NOISE * N;
    if (energy <= noise) {
      return;
    }
    int best = energy;
    for (int i = 0; i < WAYS.length && best > noise; i += 2) {
      int cornerX = x + WAYS[i];
      int cornerY = y + WAYS[i + 1];
      if (cornerX >= 0
          && cornerX + BLOCK_WIDTH <= W
          && cornerY >= 0
          && cornerY + BLOCK_HEIGHT <= H) {
        best = cost(in, cornerY * W + cornerX, best);
      }
    }
    inter += Math.max(0, best - noise);
    left -= energy - noise;
  }

  /** Sum of absolute differences without the means; {@code best} where it is no less. */
  private int cost(byte[] in, int corner, int best) {
    int sum = 0;
    for (int part : PARTS) {
      sum += parts[corner + part];
    }
    int mean = (sum + N / 2) / N;
    int bound = 0;
    for (int i = 0; i < PARTS.length; i++) {
      int there = parts[corner + PARTS[i]] - PART_WIDTH * PART_HEIGHT * mean;
      bound += Math.abs(there - ownParts[i]);
    }
    if (bound >= best) {
      return best;
    }
    int cost = 0;
    for (int r = 0; r < BLOCK_HEIGHT; r++) {
      int at = corner + r * W;
      for (int c = 0; c < BLOCK_WIDTH; c++) {
        cost += Math.abs((in[at + c] & 0xFF) - mean - own[r * BLOCK_WIDTH + c]);
      }
      if (cost >= best) {
        return best;
      }
    }
    return cost;
  }

  private void sumParts(byte[] luma) {
    for (int y = 0; y + PART_HEIGHT <= H; y++) {
      for (int x = 0; x < W; x++) {
        int sum = 0;
        for (int r = 0; r < PART_HEIGHT; r++) {
          sum += luma[(y + r) * W + x] & 0xFF;
        }
        columns[x] = sum;
      }
      for (int x = 0; x + PART_WIDTH <= W; x++) {
        int sum = 0;
        for (int c = 0; c < PART_WIDTH; c++) {
          sum += columns[x + c];
        }
        parts[y * W + x] = sum;
      }
    }
  }
}
