package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The plain ground behind what is drawn on it: a surface of second degree through the medians of
 * small blocks, by least absolute deviations (iteratively reweighted least squares, Schlossmacher
 * 1973), so that it holds for flat grounds, gradients and vignettes and passes beneath letters.
 */
final class BackgroundFit {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;
  private static final int BLOCK = 10;
  private static final int TERMS = 6;
  private static final int ROUNDS = 8;

  /** A block belongs to the ground where its median is that near, in luma. */
  private static final int NEAR = 8;

  /** With fewer blocks of ground there is none. */
  private static final double LEAST_GROUND = 0.45;

  private BackgroundFit() {}

  /**
   * How far each pixel lies above the ground, of the columns {@code left..right} and rows {@code
   * top..bottom}, the ends exclusive; zero elsewhere. Null where there is no plain ground.
   */
  static int @Nullable [] above(byte[] luma, int left, int right, int top, int bottom) {
    int[] above = new int[W * H];
    double[] surface = fit(luma, left, right, top, bottom);
    if (surface == null) {
      return null;
    }
    for (int y = top; y < bottom; y++) {
      double py = 2.0 * y / H - 1;
      double level = surface[0] + py * (surface[2] + py * surface[5]);
      double slope = surface[1] + py * surface[4];
      for (int x = left; x < right; x++) {
        double px = 2.0 * x / W - 1;
        double ground = level + px * (slope + px * surface[3]);
        above[y * W + x] = (int) Math.floor((luma[y * W + x] & 0xFF) - ground + 0.5);
      }
    }
    return above;
  }

  private static void terms(double px, double py, double[] terms) {
    double x = 2 * px / W - 1;
    double y = 2 * py / H - 1;
    terms[0] = 1;
    terms[1] = x;
    terms[2] = y;
    terms[3] = x * x;
    terms[4] = x * y;
    terms[5] = y * y;
  }

  private static double @Nullable [] fit(byte[] luma, int left, int right, int top, int bottom) {
    int most = ((right - left) / BLOCK + 1) * ((bottom - top) / BLOCK + 1);
    double[][] terms = new double[most][TERMS];
    double[] medians = new double[most];
    int n = 0;
    for (int y = top; y + BLOCK <= bottom; y += BLOCK) {
      for (int x = left; x + BLOCK <= right; x += BLOCK) {
        medians[n] = median(luma, x, y);
        terms(x + BLOCK / 2.0, y + BLOCK / 2.0, terms[n]);
        n++;
      }
    }
    double[] surface = new double[TERMS];
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    int near = 0;
    for (int round = 0; round < ROUNDS; round++) {
      surface = leastSquares(terms, medians, weights);
      near = 0;
      for (int i = 0; i < n; i++) {
        double off = medians[i];
        for (int k = 0; k < TERMS; k++) {
          off -= surface[k] * terms[i][k];
        }
        weights[i] = 1 / Math.max(0.5, Math.abs(off));
        near += Math.abs(off) <= NEAR ? 1 : 0;
      }
    }
    return near < LEAST_GROUND * n ? null : surface;
  }

  private static int median(byte[] luma, int left, int top) {
    int[] counts = new int[256];
    for (int y = top; y < top + BLOCK; y++) {
      for (int x = left; x < left + BLOCK; x++) {
        counts[luma[y * W + x] & 0xFF]++;
      }
    }
    int value = -1;
    for (int below = 0; below <= BLOCK * BLOCK / 2; ) {
      below += counts[++value];
    }
    return value;
  }

  /** By the normal equations and Gaussian elimination. */
  private static double[] leastSquares(double[][] terms, double[] values, double[] weights) {
    double[][] m = new double[TERMS][TERMS + 1];
    for (int i = 0; i < weights.length; i++) {
      for (int r = 0; r < TERMS; r++) {
        double weighted = weights[i] * terms[i][r];
        for (int c = 0; c < TERMS; c++) {
          m[r][c] += weighted * terms[i][c];
        }
        m[r][TERMS] += weighted * values[i];
      }
    }
    for (int p = 0; p < TERMS; p++) {
      // a trace of ridge, so that too few blocks give a plain level and no division by zero
      m[p][p] += 1e-9;
      for (int r = 0; r < TERMS; r++) {
        double factor = r == p ? 0 : m[r][p] / m[p][p];
        for (int c = p; factor != 0 && c <= TERMS; c++) {
          m[r][c] -= factor * m[p][c];
        }
      }
    }
    double[] solution = new double[TERMS];
    for (int p = 0; p < TERMS; p++) {
      solution[p] = m[p][TERMS] / m[p][p];
    }
    return solution;
  }
}
