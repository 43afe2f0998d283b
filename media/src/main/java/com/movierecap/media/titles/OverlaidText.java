package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import java.util.BitSet;

/**
 * Light letters over a darker picture, found by the white top-hat (Meyer 1979): what is lighter
 * than its surroundings and too thin to hold a square. In any picture there is some of that;
 * letters are where it lies in lines and hardly anything else.
 */
final class OverlaidText {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;

  /** Half the side of the square, less a half: strokes of credits are thinner than five pixels. */
  private static final int REACH = 2;

  /** Luma by which letters are lighter than the picture behind them. */
  private static final int LEAST_CONTRAST = 40;

  private static final double INK = 0.4;

  /** Mean luma of the picture behind, which is dimmed so that the letters can be read. */
  private static final double DARKEST_DAY = 110;

  private static final double MOST_INK = 0.2;
  private static final double LETTERED = 0.7;
  private static final double SET = 0.7;

  /** One line or two may be a sign, or subtitles. */
  private static final int LEAST_LINES = 3;

  private OverlaidText() {}

  /** The letters, or nothing where there are none or something else besides. */
  static BitSet of(byte[] luma) {
    int[] hat = topHat(luma);
    int contrast = strongest(hat);
    BitSet ink = new BitSet(W * H);
    if (contrast < LEAST_CONTRAST) {
      return ink;
    }
    long behind = 0;
    for (int at = 0; at < hat.length; at++) {
      ink.set(at, hat[at] >= INK * contrast);
      behind += ink.get(at) ? 0 : luma[at] & 0xFF;
    }
    int drawn = ink.cardinality();
    if (drawn > MOST_INK * W * H || behind > DARKEST_DAY * (W * H - drawn)) {
      return new BitSet();
    }
    GlyphDetector lettering = GlyphDetector.of(hat, ink);
    boolean text =
        lettering.lines() >= LEAST_LINES
            && lettering.share() >= LETTERED
            && lettering.set() >= SET
            && !lettering.low();
    return text ? ink : new BitSet();
  }

  private static int[] topHat(byte[] luma) {
    int[] opened = new int[W * H];
    for (int at = 0; at < opened.length; at++) {
      opened[at] = luma[at] & 0xFF;
    }
    for (int sign : new int[] {-1, 1}) {
      opened = strongestNear(opened, sign, 1);
      opened = strongestNear(opened, sign, W);
    }
    for (int at = 0; at < opened.length; at++) {
      opened[at] = (luma[at] & 0xFF) - opened[at];
    }
    return opened;
  }

  /** What {@link PlainBackground#STRONGEST} values are no less than. */
  private static int strongest(int[] hat) {
    int[] counts = new int[256];
    for (int value : hat) {
      counts[value]++;
    }
    int value = 255;
    for (int above = counts[value]; above < PlainBackground.STRONGEST; above += counts[value]) {
      value--;
    }
    return value;
  }

  /**
   * The largest value nearby along one axis, or with sign -1 the least.
   *
   * @param step from one value to the next: 1 along rows, the width along columns
   */
  private static int[] strongestNear(int[] values, int sign, int step) {
    int[] out = values.clone();
    // along columns all rows are one line; a row ends at the picture's edge
    int line = step == 1 ? W : values.length;
    for (int start = 0; start < values.length; start += line) {
      for (int off = step; off <= REACH * step; off += step) {
        int end = start + line - off;
        for (int at = start; at < end; at++) {
          out[at] = sign * Math.max(sign * out[at], sign * values[at + off]);
          out[at + off] = sign * Math.max(sign * out[at + off], sign * values[at]);
        }
      }
    }
    return out;
  }
}
