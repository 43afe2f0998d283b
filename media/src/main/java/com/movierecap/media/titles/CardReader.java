package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import java.util.BitSet;

/** Looks for cards, picture after picture: they do not move, or roll as a whole. */
public final class CardReader {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;

  /** More that is neither ground nor ink comes from a camera. */
  private static final double MOST_RESIDUE = 0.01;

  /** Letters are of one colour. */
  private static final double ONE_SIDED = 0.9;

  /** Beside its letters a card may have a line or a leaf. */
  private static final double LETTERED = 0.55;

  /** Or an emblem larger than the letters, where it is small and its ground quite clean. */
  private static final double LETTERED_EMBLEM = 0.2;

  private static final double NO_RESIDUE = 0.002;

  /** Beside a picture a line or two may be a sign. */
  private static final int LEAST_LINES = 3;

  private static final double SET = 0.6;

  /** Mean change of the ground's luma, less that of all of it: coding changes it by less. */
  private static final double MOST_GROUND_CHANGE = 0.8;

  /** So much of the ink lies on ink of the picture before. */
  private static final double HELD = 0.7;

  /** The farthest that credits roll between two pictures looked at, in pixels. */
  private static final int FARTHEST_ROLL = 8;

  private static final int BLACK = 24;

  /** Bars take a fifth of the height at most, on each side. */
  private static final int HIGHEST_BAR = H / 5;

  private final byte[] before = new byte[W * H];
  private BitSet inkBefore = new BitSet();
  private boolean first = true;

  /**
   * The pictures in order, a few a second.
   *
   * @param late near enough to the film's end for credits
   */
  public TitleCard read(byte[] luma, boolean late) {
    int bar = bar(luma);
    PlainBackground ground = PlainBackground.of(luma, 0, W, bar, H - bar);
    TitleCard card = ground == null ? TitleCard.NONE : card(ground, luma);
    BitSet ink = ground == null ? new BitSet() : ground.ink();
    if (late && !card.bare() && !card.text()) {
      BitSet letters = beside(luma);
      if (!letters.isEmpty()) {
        ink = letters;
        card = held(ink, FARTHEST_ROLL) ? TitleCard.BESIDE : TitleCard.NONE;
      }
    }
    System.arraycopy(luma, 0, before, 0, luma.length);
    inkBefore = ink;
    first = false;
    return card;
  }

  /** What is drawn in the picture read last; nothing where it has no plain ground. */
  public BitSet ink() {
    return inkBefore;
  }

  private TitleCard card(PlainBackground ground, byte[] luma) {
    if (ground.residue() > MOST_RESIDUE) {
      return TitleCard.NONE;
    }
    if (!ground.visible()) {
      return TitleCard.BARE;
    }
    if (!first && groundChange(ground.ink(), luma) > MOST_GROUND_CHANGE) {
      return TitleCard.NONE;
    }
    GlyphDetector lettering = GlyphDetector.of(ground.above(), ground.ink());
    return new TitleCard(
        false,
        text(ground, lettering),
        lettering.insides() && lettering.compact(),
        held(ground.ink(), 1),
        held(ground.ink(), FARTHEST_ROLL),
        lettering.low(),
        false);
  }

  private static boolean text(PlainBackground ground, GlyphDetector lettering) {
    boolean mostlyLetters =
        lettering.share() >= LETTERED
            || (lettering.share() >= LETTERED_EMBLEM
                && lettering.compact()
                && ground.residue() < NO_RESIDUE);
    return mostlyLetters
        && ground.oneSided() >= ONE_SIDED
        && lettering.insides()
        && lettering.set() >= SET;
  }

  /** Letters beside or over a picture; none where there are few lines of them. */
  private static BitSet beside(byte[] luma) {
    for (int left = 0; left < W; left += W / 2) {
      PlainBackground half = PlainBackground.of(luma, left, left + W / 2, 0, H);
      if (half != null && half.flat() && half.visible() && half.residue() < MOST_RESIDUE) {
        GlyphDetector lettering = GlyphDetector.of(half.above(), half.ink());
        if (lettering.lines() >= LEAST_LINES && text(half, lettering)) {
          return half.ink();
        }
      }
    }
    return OverlaidText.of(luma);
  }

  /** A ground that is faded changes everywhere alike. */
  private double groundChange(BitSet ink, byte[] luma) {
    BitSet drawn = PlainBackground.widened(ink, 2);
    drawn.or(PlainBackground.widened(inkBefore, 2));
    long sum = 0;
    int n = 0;
    for (int at = drawn.nextClearBit(0); at < W * H; at = drawn.nextClearBit(at + 1)) {
      sum += (luma[at] & 0xFF) - (before[at] & 0xFF);
      n++;
    }
    double mean = sum / (double) Math.max(1, n);
    double change = 0;
    for (int at = drawn.nextClearBit(0); at < W * H; at = drawn.nextClearBit(at + 1)) {
      change += Math.abs((luma[at] & 0xFF) - (before[at] & 0xFF) - mean);
    }
    return change / Math.max(1, n);
  }

  /** Whether the ink was there before, at most so many rows higher or lower. */
  private boolean held(BitSet ink, int farthest) {
    if (inkBefore.isEmpty()) {
      return true;
    }
    BitSet wide = PlainBackground.widened(inkBefore, 1);
    for (int dy = -farthest; dy <= farthest; dy++) {
      int held = 0;
      int compared = 0;
      for (int at = ink.nextSetBit(0); at >= 0; at = ink.nextSetBit(at + 1)) {
        int from = at + dy * W;
        if (from >= 0 && from < W * H) {
          compared++;
          held += wide.get(from) ? 1 : 0;
        }
      }
      if (compared > 0 && held >= HELD * compared) {
        return true;
      }
    }
    return false;
  }

  /** Rows of black above and below, as many on both sides; none where the ground is black. */
  private static int bar(byte[] luma) {
    int top = 0;
    while (top <= HIGHEST_BAR && black(luma, top)) {
      top++;
    }
    int bottom = 0;
    while (bottom <= HIGHEST_BAR && black(luma, H - 1 - bottom)) {
      bottom++;
    }
    int bar = Math.min(top, bottom);
    if (bar == 0 || Math.max(top, bottom) > HIGHEST_BAR) {
      return 0;
    }
    // the row beside the bar is half of it; where it is black at its end too there is no bar
    int inside = (bar + 1) * W;
    boolean barred = (luma[inside + 1] & 0xFF) > BLACK && (luma[inside + W - 2] & 0xFF) > BLACK;
    return barred ? bar + 1 : 0;
  }

  private static boolean black(byte[] luma, int y) {
    for (int x = 0; x < W; x++) {
      if ((luma[y * W + x] & 0xFF) > BLACK) {
        return false;
      }
    }
    return true;
  }
}
