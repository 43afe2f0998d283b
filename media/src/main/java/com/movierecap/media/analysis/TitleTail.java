package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.titles.TitleCard;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Letters that are seen before their card is plain, or still after it, since the picture goes or
 * comes behind them: those of the card are looked for in the pictures around it.
 */
final class TitleTail {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;

  /** Pictures looked at on each side of a card: about three seconds. */
  private static final int REACH = 18;

  /** Luma by which letters stand out from what is around them. */
  private static final double LEAST = 5;

  /** How much more they do so in their own place than beside it. */
  private static final double CLEARER = 2.5;

  /** As far beside, in pixels: letters are smaller. */
  private static final int BESIDE = 9;

  /** A letter's neighbourhood, in pixels. */
  private static final int AROUND = 3;

  private final Deque<byte[]> before = new ArrayDeque<>();
  private BitSet letters = new BitSet();
  private boolean light;
  private boolean onCard;
  private int lingering;

  /**
   * Marks the samples around a card that show its letters as text.
   *
   * @param samples of the film so far; the last is of the picture
   * @param ink what is drawn in the picture where it is a card
   */
  void push(List<Sample> samples, byte[] luma, BitSet ink) {
    int last = samples.size() - 1;
    boolean card = samples.get(last).card().title();
    if (card) {
      letters = ink;
      light = isLight(luma);
      if (!onCard) {
        markBefore(samples, last);
      }
      lingering = REACH;
    } else if (lingering > 0) {
      lingering = shows(luma) ? lingering - 1 : 0;
      if (lingering > 0) {
        samples.set(last, samples.get(last).with(TitleCard.LINGERING));
      }
    }
    onCard = card;
    byte[] kept = before.size() >= REACH ? before.removeLast() : new byte[luma.length];
    System.arraycopy(luma, 0, kept, 0, luma.length);
    before.addFirst(kept);
  }

  private void markBefore(List<Sample> samples, int card) {
    int at = card - 1;
    for (Iterator<byte[]> earlier = before.iterator(); earlier.hasNext() && at >= 0; at--) {
      if (samples.get(at).card().title() || !shows(earlier.next())) {
        return;
      }
      samples.set(at, samples.get(at).with(TitleCard.LINGERING));
    }
  }

  private boolean isLight(byte[] luma) {
    long drawn = 0;
    long all = 0;
    for (int at = 0; at < W * H; at++) {
      all += luma[at] & 0xFF;
      drawn += letters.get(at) ? luma[at] & 0xFF : 0;
    }
    return drawn * W * H > all * letters.cardinality();
  }

  private boolean shows(byte[] luma) {
    double here = standsOut(luma, 0, 0);
    if (here < LEAST) {
      return false;
    }
    double beside = 0;
    for (int off = -BESIDE; off <= BESIDE; off += 2 * BESIDE) {
      beside = Math.max(beside, Math.abs(standsOut(luma, off, 0)));
      beside = Math.max(beside, Math.abs(standsOut(luma, 0, off)));
    }
    return here > CLEARER * beside;
  }

  /** Mean difference of the letters to the pixels around that are none, moved by so much. */
  private double standsOut(byte[] luma, int dx, int dy) {
    long sum = 0;
    long n = 0;
    for (int at = letters.nextSetBit(0); at >= 0; at = letters.nextSetBit(at + 1)) {
      int x = at % W;
      int y = at / W;
      for (int side = 0; side < 4; side++) {
        int nx = x + (side == 0 ? -AROUND : side == 1 ? AROUND : 0);
        int ny = y + (side == 2 ? -AROUND : side == 3 ? AROUND : 0);
        if (inside(nx, ny)
            && !letters.get(ny * W + nx)
            && inside(x + dx, y + dy)
            && inside(nx + dx, ny + dy)) {
          int here = luma[(y + dy) * W + x + dx] & 0xFF;
          sum += here - (luma[(ny + dy) * W + nx + dx] & 0xFF);
          n++;
        }
      }
    }
    return n == 0 ? 0 : (light ? 1 : -1) * sum / (double) n;
  }

  private static boolean inside(int x, int y) {
    return x >= 0 && x < W && y >= 0 && y < H;
  }
}
