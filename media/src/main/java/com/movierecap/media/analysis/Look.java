package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;

/**
 * What is remembered of one picture once its pixels are gone.
 *
 * @param index of the picture in the film
 * @param intra coded without reference to others
 * @param score content difference to the decoded picture before, 0..255
 * @param lumaScore the same of luma alone
 * @param brightness mean value, 0..255
 * @param contrast standard deviation of the value
 * @param sharpness variance of the Laplacian of luma
 * @param colour Hasler-Süsstrunk colourfulness
 * @param histogram 16 bins of hue (weighted by saturation), 8 of saturation, 8 of value; each group
 *     sums to about 255
 */
record Look(
    long ticks,
    double seconds,
    boolean intra,
    float score,
    float lumaScore,
    float brightness,
    float contrast,
    float sharpness,
    float colour,
    byte[] histogram) {

  static final int BINS = 32;
  private static final int W = SmallPicture.WIDTH;
  private static final int[] HUE_BIN = new int[256];

  static {
    for (int hue = 0; hue < HUE_BIN.length; hue++) {
      HUE_BIN[hue] = Math.min(15, hue * 16 / 180);
    }
  }

  private static final int H = SmallPicture.HEIGHT;

  static Look of(SmallPicture picture, HsvPicture hsv, float score, float lumaScore) {
    int[] bins = new int[BINS];
    long sum = 0;
    long squares = 0;
    long hueWeight = 0;
    for (int i = 0; i < HsvPicture.PIXELS; i++) {
      int value = hsv.value(i);
      int saturation = hsv.saturation(i);
      sum += value;
      squares += value * value;
      // the hue of grey and of black is noise
      int weight = saturation * value >> 8;
      bins[HUE_BIN[hsv.hue(i)]] += weight;
      hueWeight += weight;
      bins[16 + (saturation >> 5)] += 1;
      bins[24 + (value >> 5)] += 1;
    }
    byte[] histogram = new byte[BINS];
    for (int b = 0; b < BINS; b++) {
      long total = b < 16 ? Math.max(hueWeight, 4 * HsvPicture.PIXELS) : HsvPicture.PIXELS;
      histogram[b] = (byte) Math.round(255.0 * bins[b] / total);
    }
    double mean = sum / (double) HsvPicture.PIXELS;
    double variance = squares / (double) HsvPicture.PIXELS - mean * mean;
    return new Look(
        picture.ticks(),
        picture.seconds(),
        picture.intra(),
        score,
        lumaScore,
        (float) mean,
        (float) Math.sqrt(Math.max(0, variance)),
        sharpness(picture.luma),
        colour(picture),
        histogram);
  }

  private static float sharpness(byte[] luma) {
    int sum = 0;
    long squares = 0;
    for (int y = 1; y < H - 1; y++) {
      for (int x = 1; x < W - 1; x++) {
        int at = y * W + x;
        int laplacian =
            4 * (luma[at] & 0xFF)
                - (luma[at - 1] & 0xFF)
                - (luma[at + 1] & 0xFF)
                - (luma[at - W] & 0xFF)
                - (luma[at + W] & 0xFF);
        sum += laplacian;
        squares += laplacian * laplacian;
      }
    }
    double n = (W - 2.0) * (H - 2);
    return (float) (squares / n - (sum / n) * (sum / n));
  }

  /**
   * Spread plus 0.3 of the mean on the two opponent axes; the chroma planes are such axes up to a
   * factor, and only ranks are used.
   */
  private static float colour(SmallPicture picture) {
    double[] u = spread(picture.cb);
    double[] v = spread(picture.cr);
    return (float) (Math.sqrt(u[1] + v[1]) + 0.3 * Math.hypot(u[0], v[0]));
  }

  private static double[] spread(byte[] plane) {
    long sum = 0;
    long squares = 0;
    for (byte b : plane) {
      int value = (b & 0xFF) - 128;
      sum += value;
      squares += (long) value * value;
    }
    double mean = sum / (double) plane.length;
    return new double[] {mean, squares / (double) plane.length - mean * mean};
  }

  /** Black, or a title on black. */
  boolean dark() {
    return brightness < 24 || contrast < 12;
  }
}
