package com.movierecap.media.shots;

import com.movierecap.media.film.SmallPicture;

/**
 * A picture as three planes of {@value #WIDTH} x {@value #HEIGHT}: luma as means of four pixels,
 * which takes away half of the grain, and the two planes of chroma as they are. Light that changes
 * moves luma alone.
 */
public final class Miniature {
  public static final int WIDTH = SmallPicture.WIDTH / 2;
  public static final int HEIGHT = SmallPicture.HEIGHT / 2;
  static final int PIXELS = WIDTH * HEIGHT;

  public final byte[] luma = new byte[PIXELS];
  final byte[] cb = new byte[PIXELS];
  final byte[] cr = new byte[PIXELS];

  public void set(SmallPicture from) {
    byte[] source = from.luma;
    for (int y = 0; y < HEIGHT; y++) {
      int upper = 2 * y * SmallPicture.WIDTH;
      int lower = upper + SmallPicture.WIDTH;
      for (int x = 0; x < WIDTH; x++) {
        int at = 2 * x;
        int sum =
            (source[upper + at] & 0xFF)
                + (source[upper + at + 1] & 0xFF)
                + (source[lower + at] & 0xFF)
                + (source[lower + at + 1] & 0xFF);
        luma[y * WIDTH + x] = (byte) (sum + 2 >> 2);
      }
    }
    System.arraycopy(from.cb, 0, cb, 0, PIXELS);
    System.arraycopy(from.cr, 0, cr, 0, PIXELS);
  }

  public void set(Miniature from) {
    System.arraycopy(from.luma, 0, luma, 0, PIXELS);
    System.arraycopy(from.cb, 0, cb, 0, PIXELS);
    System.arraycopy(from.cr, 0, cr, 0, PIXELS);
  }

  /** Mean absolute difference of luma plus that of both planes of chroma. */
  float difference(Miniature other) {
    return lumaDifference(other) + chromaDifference(other);
  }

  public float lumaDifference(Miniature other) {
    return sum(luma, other.luma) / (float) PIXELS;
  }

  float chromaDifference(Miniature other) {
    return (sum(cb, other.cb) + sum(cr, other.cr)) / (float) PIXELS;
  }

  private static int sum(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < PIXELS; i++) {
      sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
    }
    return sum;
  }
}
