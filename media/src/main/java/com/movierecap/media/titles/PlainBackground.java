package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A picture that divides into a plain ground and what is drawn on it. The ground is one level or
 * one smooth gradient, as only a machine makes it: what is no ground is ink or the soft border of
 * ink. A camera's picture, however dark, leaves a residue that is neither.
 *
 * @param above how far each pixel's luma lies above the ground, towards the ink; outside of the
 *     region looked at zero
 * @param contrast luma of the strongest strokes against the ground
 * @param ink pixels drawn, numbered by rows
 * @param residue share of the pixels that are neither ground nor near ink
 * @param oneSided share of what clearly differs from the ground that is ink, and not on the other
 *     side of it, 0..1
 */
record PlainBackground(
    int[] above, boolean flat, int contrast, BitSet ink, double residue, double oneSided) {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;

  /** Grounds come out of a decoder that exact, in luma. */
  private static final int NEAR = 3;

  /** Less of it is no ground. */
  private static final double LEAST_SHARE = 0.6;

  /** Of neighbours in a plain picture as many are equal but for coding. */
  private static final double SMOOTH_SHARE = 0.6;

  /** Below this contrast, in luma, letters cannot be told from coding noise. */
  static final int LEAST_CONTRAST = 12;

  /** A pixel is ink from this share of the contrast on: strokes are thinner than pixels. */
  private static final double INK = 0.35;

  /** As many of the strongest pixels tell the contrast; fewer are a lamp or a star. */
  static final int STRONGEST = 16;

  /** Ink is soft, and coding rings, this many pixels around. */
  private static final int BORDER = 2;

  /**
   * Of the columns {@code left..right} and rows {@code top..bottom}, the ends exclusive; null where
   * there is no plain ground.
   */
  static @Nullable PlainBackground of(byte[] luma, int left, int right, int top, int bottom) {
    int[] above = flat(luma, left, right, top, bottom);
    boolean flat = above != null;
    if (above == null && smooth(luma, left, right, top, bottom)) {
      above = BackgroundFit.above(luma, left, right, top, bottom);
    }
    int all = (right - left) * (bottom - top);
    if (above == null || near(above, left, right, top, bottom) < LEAST_SHARE * all) {
      return null;
    }
    return inked(above, flat, left, right, top, bottom);
  }

  private static int @Nullable [] flat(byte[] luma, int left, int right, int top, int bottom) {
    int[] histogram = new int[256];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        histogram[luma[y * W + x] & 0xFF]++;
      }
    }
    int width = 2 * NEAR + 1;
    int window = 0;
    int most = -1;
    int level = 0;
    for (int v = 0; v < 256 + NEAR; v++) {
      window += (v < 256 ? histogram[v] : 0) - (v >= width ? histogram[v - width] : 0);
      if (window > most) {
        most = window;
        level = v - NEAR;
      }
    }
    if (most < LEAST_SHARE * (right - left) * (bottom - top)) {
      return null;
    }
    int[] above = new int[W * H];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        above[y * W + x] = (luma[y * W + x] & 0xFF) - level;
      }
    }
    return above;
  }

  /** Worth fitting a gradient to. */
  private static boolean smooth(byte[] luma, int left, int right, int top, int bottom) {
    int equal = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left + 1; x < right; x++) {
        int at = y * W + x;
        equal += Math.abs((luma[at] & 0xFF) - (luma[at - 1] & 0xFF)) <= NEAR ? 1 : 0;
      }
    }
    return equal > SMOOTH_SHARE * (right - left) * (bottom - top);
  }

  private static int near(int[] above, int left, int right, int top, int bottom) {
    int near = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        near += Math.abs(above[y * W + x]) <= NEAR ? 1 : 0;
      }
    }
    return near;
  }

  private static PlainBackground inked(
      int[] above, boolean flat, int left, int right, int top, int bottom) {
    int[] lighter = new int[512];
    int[] darker = new int[512];
    int sides = 0;
    for (int off : above) {
      (off >= 0 ? lighter : darker)[Math.min(511, Math.abs(off))]++;
      sides += off >= LEAST_CONTRAST ? 1 : off <= -LEAST_CONTRAST ? -1 : 0;
    }
    int sign = sides >= 0 ? 1 : -1;
    int contrast = strongest(sign > 0 ? lighter : darker);
    int least = Math.max(NEAR + 1, (int) (INK * contrast));
    BitSet ink = new BitSet(W * H);
    int other = 0;
    for (int at = 0; at < above.length; at++) {
      above[at] *= sign;
      ink.set(at, above[at] >= least);
      other += -above[at] >= least ? 1 : 0;
    }
    BitSet around = widened(ink, BORDER);
    int residue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * W + x;
        residue += Math.abs(above[at]) > NEAR && !around.get(at) ? 1 : 0;
      }
    }
    int drawn = ink.cardinality();
    return new PlainBackground(
        above,
        flat,
        contrast,
        ink,
        residue / (double) ((right - left) * (bottom - top)),
        drawn / (double) Math.max(1, drawn + other));
  }

  private static int strongest(int[] histogram) {
    int left = STRONGEST;
    int level = histogram.length - 1;
    while (level > 0 && left > histogram[level]) {
      left -= histogram[level--];
    }
    return level;
  }

  /** Those pixels and all up to so many beside, above and below them. */
  static BitSet widened(BitSet pixels, int by) {
    BitSet wide = new BitSet(W * H);
    for (int at = pixels.nextSetBit(0); at >= 0; at = pixels.nextSetBit(at + 1)) {
      int x = at % W;
      wide.set(at - Math.min(by, x), at + Math.min(by, W - 1 - x) + 1);
    }
    BitSet high = (BitSet) wide.clone();
    for (int at = wide.nextSetBit(0); at >= 0; at = wide.nextSetBit(at + 1)) {
      for (int dy = -by; dy <= by; dy++) {
        int y = at / W + dy;
        if (y >= 0 && y < H) {
          high.set(y * W + at % W);
        }
      }
    }
    return high;
  }

  /** Anything at all drawn. */
  boolean visible() {
    return contrast >= LEAST_CONTRAST;
  }
}
