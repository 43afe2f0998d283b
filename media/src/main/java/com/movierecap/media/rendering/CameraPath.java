package com.movierecap.media.rendering;

import java.util.Arrays;

/**
 * Where the middle of a narrow picture lies within a wide one, picture by picture, within one shot.
 *
 * <p>As AutoFlip does: where all that draws the eye fits, the camera holds still; else it follows,
 * smoothed by a Gaussian, whose bends are as slow as a dolly's. Smoothing looks ahead as far as
 * back, so the camera never lags.
 *
 * @see <a
 *     href="https://research.google/blog/autoflip-an-open-source-framework-for-intelligent-video-reframing/">AutoFlip</a>
 */
final class CameraPath {
  /** The eye is at ease with what lies in the middle of the window, as a share of its length. */
  private static final double AT_EASE = 0.5;

  /** Windows a second; faster, the camera itself draws the eye. */
  private static final double FASTEST = 1.0;

  private static final double GENTLEST_SIGMA_SECONDS = 0.4;
  private static final double STRONGEST_SIGMA_SECONDS = 1.6;

  private CameraPath() {}

  /**
   * @param targets where the eye is drawn at each picture of the shot, 0..1
   * @param window length of the window, 0..1
   * @param low the window's middle may lie here at least
   * @param high and here at most
   * @param perSecond pictures a second
   */
  static double[] along(
      double[] targets, double window, double low, double high, double perSecond) {
    double least = Arrays.stream(targets).min().orElse(0.5);
    double most = Arrays.stream(targets).max().orElse(0.5);
    double[] path = new double[targets.length];
    if (most - least <= AT_EASE * window) {
      Arrays.fill(path, clamped((least + most) / 2, low, high));
      return path;
    }
    double fastest = FASTEST * window / perSecond;
    double sigma = GENTLEST_SIGMA_SECONDS;
    do {
      path = smoothed(targets, sigma * perSecond);
      for (int i = 0; i < path.length; i++) {
        path[i] = clamped(path[i], low, high);
      }
      sigma *= 2;
    } while (fastestStep(path) > fastest && sigma <= STRONGEST_SIGMA_SECONDS);
    return path;
  }

  private static double[] smoothed(double[] values, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] weights = new double[2 * reach + 1];
    for (int k = -reach; k <= reach; k++) {
      weights[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
    }
    double all = Arrays.stream(weights).sum();
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int k = -reach; k <= reach; k++) {
        sum += weights[k + reach] * values[(int) clamped(i + k, 0, values.length - 1.0)];
      }
      smooth[i] = sum / all;
    }
    return smooth;
  }

  private static double fastestStep(double[] path) {
    double fastest = 0;
    for (int i = 1; i < path.length; i++) {
      fastest = Math.max(fastest, Math.abs(path[i] - path[i - 1]));
    }
    return fastest;
  }

  private static double clamped(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
