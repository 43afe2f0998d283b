package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.titles.TitleCard;

/**
 * What is remembered of a few pictures a second.
 *
 * @param look number of the picture
 * @param sharpness variance of the Laplacian of luma
 * @param colour Hasler-Süsstrunk colourfulness
 * @param hash {@link PerceptualHash}
 * @param histogram 16 bins of hue (weighted by saturation), 8 of saturation, 8 of value; each group
 *     sums to about 255
 * @param card whether it shows a title, a logo or credits
 * @param eye where the eye is drawn
 */
record Sample(
    int look,
    double seconds,
    float sharpness,
    float colour,
    long hash,
    byte[] histogram,
    TitleCard card,
    SaliencePoint eye) {
  static final int BINS = 32;
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;
  private static final int[] HUE_BIN = new int[256];

  static {
    for (int hue = 0; hue < HUE_BIN.length; hue++) {
      HUE_BIN[hue] = Math.min(15, hue * 16 / 180);
    }
  }

  static Sample of(
      int look, SmallPicture picture, HsvPicture hsv, TitleCard card, SaliencePoint eye) {
    return new Sample(
        look,
        picture.seconds(),
        sharpness(picture.luma),
        colour(picture),
        PerceptualHash.of(picture.luma),
        histogram(hsv),
        card,
        eye);
  }

  Sample with(TitleCard other) {
    return new Sample(look, seconds, sharpness, colour, hash, histogram, other, eye);
  }

  private static byte[] histogram(HsvPicture hsv) {
    int[] bins = new int[BINS];
    long hueWeight = 0;
    for (int i = 0; i < HsvPicture.PIXELS; i++) {
      int value = hsv.value(i);
      int saturation = hsv.saturation(i);
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
    return histogram;
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
    return (float) (Math.sqrt(u[1] + v[1]) + 0.3 * Math.sqrt(u[0] * u[0] + v[0] * v[0]));
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
}
