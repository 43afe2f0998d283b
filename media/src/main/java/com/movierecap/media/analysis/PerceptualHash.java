package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;

/**
 * The signs of a picture's 64 lowest cosine terms against their median, the constant one apart
 * (pHash, Zauner 2010): of luma at 32 x 32. Two that differ in ten bits or fewer look alike.
 */
final class PerceptualHash {
  private static final int SIZE = 32;
  private static final int TERMS = 8;
  private static final double[][] COSINES = new double[TERMS][SIZE];

  static {
    for (int k = 0; k < TERMS; k++) {
      for (int i = 0; i < SIZE; i++) {
        COSINES[k][i] = Math.cos(Math.PI * k * (2 * i + 1) / (2.0 * SIZE));
      }
    }
  }

  private PerceptualHash() {}

  static long of(byte[] luma) {
    double[][] rows = new double[TERMS][SIZE];
    for (int y = 0; y < SIZE; y++) {
      double[] line = line(luma, y);
      for (int k = 0; k < TERMS; k++) {
        double sum = 0;
        for (int x = 0; x < SIZE; x++) {
          sum += COSINES[k][x] * line[x];
        }
        rows[k][y] = sum;
      }
    }
    double[] terms = new double[TERMS * TERMS];
    for (int v = 0; v < TERMS; v++) {
      for (int u = 0; u < TERMS; u++) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) {
          sum += COSINES[v][y] * rows[u][y];
        }
        terms[v * TERMS + u] = sum;
      }
    }
    double[] sorted = java.util.Arrays.copyOfRange(terms, 1, terms.length);
    java.util.Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long hash = 0;
    for (int i = 0; i < terms.length; i++) {
      hash = hash << 1 | (terms[i] > median ? 1 : 0);
    }
    return hash;
  }

  /** One of 32 lines, each of its 32 values the mean of a tile of the picture. */
  private static double[] line(byte[] luma, int y) {
    double[] line = new double[SIZE];
    int top = y * SmallPicture.HEIGHT / SIZE;
    int bottom = Math.max(top + 1, (y + 1) * SmallPicture.HEIGHT / SIZE);
    int wide = SmallPicture.WIDTH / SIZE;
    for (int x = 0; x < SIZE; x++) {
      int sum = 0;
      for (int r = top; r < bottom; r++) {
        for (int c = 0; c < wide; c++) {
          sum += luma[r * SmallPicture.WIDTH + x * wide + c] & 0xFF;
        }
      }
      line[x] = sum / (double) ((bottom - top) * wide);
    }
    return line;
  }
}
