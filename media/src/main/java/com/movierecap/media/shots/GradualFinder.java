package com.movierecap.media.shots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds where one shot turns slowly into another. Looks at about twelve pictures a second, tiny,
 * through windows of 0.3 to 2.4 s.
 *
 * <p>In a dissolve every picture between is a mixture {@code (1-a) A + a B} of the window's ends
 * with a rising share (the chromatic edit model of Hampapur, Jain and Weymouth, 1995): what a
 * mixture leaves unexplained is small there, and large where a camera or a thing moves. In a fade
 * through a plain colour the contrast sinks to a fraction of both ends'. In a wipe every pixel is
 * either A's or B's. In all of them the ends must be of different shots, and the first must not
 * come back.
 */
final class GradualFinder {
  /** Time between two pictures looked at. */
  private static final double STEP_SECONDS = 0.075;

  private static final int[] WINDOWS = {4, 5, 6, 8, 10, 13, 16, 20, 25, 31};
  private static final int KEPT = 96;
  private static final double SOON_SECONDS = 0.4;

  /** The window's end must not show what was this many pictures before it. */
  private static final int BEFORE = 8;

  /** Pictures after a window that must not show its beginning again. */
  private static final int AFTER = 20;

  /** Of them, and of those after a blast, this one is looked at. */
  private static final int EVERY = 3;

  private static final int W = Miniature.WIDTH / 4;
  private static final int H = Miniature.HEIGHT / 4;
  private static final int LENGTH = 3 * W * H;

  private static final double LEAST_CHANGE = 7;
  private static final double MOST_ALIKE = 0.6;
  private static final double MOST_UNEXPLAINED = 0.12;
  private static final double LARGEST_STEP = 0.5;
  private static final double BACKWARDS = 0.08;
  private static final double MOST_OF_A_WIPE = 0.1;
  private static final double PLAIN_SHARE = 0.25;
  private static final double UNRELATED = 0.52;

  enum Manner {
    DISSOLVE,
    FADE,
    WIPE
  }

  /**
   * A slow change.
   *
   * @param middle look where half of it is done
   * @param strength how much it shows, to compare overlapping ones by
   */
  record Gradual(Manner manner, int from, int middle, int to, double strength) {
    boolean overlaps(Gradual other) {
      return from < other.to && other.from < to;
    }

    boolean coveredBy(Gradual other) {
      return other.strength > strength && overlaps(other);
    }
  }

  /** Between two of the pictures kept, counted from the film's beginning. */
  private record Window(Gradual gradual, int from, int to) {}

  private final float[][] tiny = new float[KEPT][LENGTH];
  private final float[] contrast = new float[KEPT];
  private final Miniature[] pictures = new Miniature[KEPT];
  private final int[] look = new int[KEPT];
  private final BlockMatcher matcher = new BlockMatcher();

  /** For pairs of pictures, the later first, whether they are of different shots. */
  private final Map<Integer, Map<Integer, Boolean>> unrelated = new HashMap<>();

  private final List<Window> pending = new ArrayList<>();
  private final List<Gradual> found = new ArrayList<>();
  private double last = Double.NEGATIVE_INFINITY;
  private int count;

  GradualFinder() {
    Arrays.setAll(pictures, i -> new Miniature());
  }

  void push(int index, double seconds, Miniature picture) {
    if (seconds - last < STEP_SECONDS) {
      return;
    }
    last = seconds;
    int at = count % KEPT;
    look[at] = index;
    pictures[at].set(picture);
    reduce(picture.luma, tiny[at], 0);
    reduce(picture.cb, tiny[at], W * H);
    reduce(picture.cr, tiny[at], 2 * W * H);
    contrast[at] = deviation(tiny[at]);
    count++;
    unrelated.keySet().removeIf(later -> later < count - KEPT);
    confirm(false);
    for (int length : WINDOWS) {
      if (count > length) {
        look(count - 1 - length, count - 1);
      }
    }
  }

  /** Slow changes in order; overlapping ones are told once, by the window that shows most. */
  List<Gradual> finish() {
    confirm(true);
    List<Gradual> strongest = new ArrayList<>(found);
    strongest.sort((a, b) -> Double.compare(b.strength, a.strength));
    List<Gradual> kept = new ArrayList<>();
    for (Gradual g : strongest) {
      if (kept.stream().noneMatch(g::overlaps)) {
        kept.add(g);
      }
    }
    kept.sort((a, b) -> Integer.compare(a.from, b.from));
    return kept;
  }

  private void look(int from, int to) {
    float[] a = tiny[from % KEPT];
    float[] b = tiny[to % KEPT];
    double change = 0;
    double squares = 0;
    for (int i = 0; i < LENGTH; i++) {
      double d = b[i] - a[i];
      change += i < W * H ? Math.abs(d) : 0;
      squares += d * d;
    }
    if (change < LEAST_CHANGE * W * H || correlation(a, b) > MOST_ALIKE) {
      return;
    }
    Manner manner = manner(from, to, squares);
    if (manner == null) {
      return;
    }
    // of a fade's windows the tightest, of a dissolve's the one that shows most of it
    double strength = manner == Manner.FADE ? squares * WINDOWS[0] / (to - from) : squares;
    Gradual g = new Gradual(manner, look[from % KEPT], middle, look[to % KEPT], strength);
    pending.add(new Window(g, from, to));
  }

  private int middle;

  private @org.jspecify.annotations.Nullable Manner manner(int from, int to, double squares) {
    float[] a = tiny[from % KEPT];
    float[] b = tiny[to % KEPT];
    int least = from;
    double largestStep = 0;
    double before = 0;
    double unexplained = 0;
    BitSet between = new BitSet();
    boolean rising = true;
    middle = -1;
    for (int k = from + 1; k <= to; k++) {
      float[] t = tiny[k % KEPT];
      double along = 0;
      double off = 0;
      for (int i = 0; i < LENGTH; i++) {
        double d = b[i] - a[i];
        double x = t[i] - a[i];
        along += x * d;
        off += x * x;
      }
      double share = along / squares;
      double rest = (off - share * along) / squares;
      largestStep = Math.max(largestStep, share - before);
      rising &= share > before - BACKWARDS;
      before = share;
      if (share >= 0.5 && middle < 0) {
        middle = look[k % KEPT];
      }
      if (share > 0.12 && share < 0.88) {
        between.set(k - from);
        unexplained += rest;
      }
      if (k < to && contrast[k % KEPT] < contrast[least % KEPT]) {
        least = k;
      }
    }
    double ends = Math.min(contrast[from % KEPT], contrast[to % KEPT]);
    if (contrast[least % KEPT] < PLAIN_SHARE * ends && ends > 8) {
      middle = look[least % KEPT];
      return steep(from, least, to) ? null : Manner.FADE;
    }
    int pictures = between.cardinality();
    if (!rising || pictures < 2 || largestStep > LARGEST_STEP) {
      return null;
    }
    if (unexplained / pictures < MOST_UNEXPLAINED) {
      return Manner.DISSOLVE;
    }
    double neither =
        between.stream().mapToDouble(k -> neither(a, tiny[(from + k) % KEPT], b) / squares).sum();
    return neither / pictures < MOST_OF_A_WIPE * 0.5 ? Manner.WIPE : null;
  }

  /** How far a picture's pixels are from both of two others'. */
  private static double neither(float[] a, float[] picture, float[] b) {
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      double x = picture[i] - a[i];
      double d = b[i] - a[i];
      double toEither = Math.min(Math.abs(x), Math.abs(x - d));
      sum += toEither * toEither;
    }
    return sum;
  }

  /** A cut to or from the plain colour is no fade. */
  private boolean steep(int from, int least, int to) {
    double fall = 0;
    double rise = 0;
    for (int k = from + 1; k <= to; k++) {
      double step = contrast[k % KEPT] - contrast[(k - 1) % KEPT];
      fall = Math.max(fall, k <= least ? -step : 0);
      rise = Math.max(rise, k > least ? step : 0);
    }
    return fall > 0.8 * contrast[from % KEPT] || rise > 0.8 * contrast[to % KEPT];
  }

  /**
   * Looks closely at windows, once enough pictures have followed, and the strongest of those that
   * overlap first: it alone is told, so that the others need no looking at.
   */
  private void confirm(boolean atEnd) {
    for (Iterator<Window> windows = pending.iterator(); windows.hasNext(); ) {
      Window w = windows.next();
      boolean followed = atEnd || count - 1 >= w.to + AFTER;
      boolean leaving = atEnd || w.from - BEFORE <= count - KEPT;
      if (found.stream().anyMatch(w.gradual::coveredBy)) {
        windows.remove();
      } else if (followed
          && (leaving || pending.stream().noneMatch(o -> w.gradual.coveredBy(o.gradual)))) {
        if (gone(w)) {
          found.add(w.gradual);
        }
        windows.remove();
      }
    }
  }

  /** Is the window's beginning gone for good? */
  private boolean gone(Window w) {
    int since = Math.max(Math.max(0, count - KEPT), w.from - BEFORE);
    boolean gone = unrelated(w.from, w.to) && unrelated(since, w.to);
    // the same pictures for every window, so that pairs recur
    int until = Math.min(count - 1, w.to + AFTER);
    for (int k = EVERY * ((w.to + EVERY + 1) / EVERY); k <= until && gone; k += EVERY) {
      gone = unrelated(w.from, k);
    }
    return gone;
  }

  /**
   * Whether a picture from {@link #SOON_SECONDS} after a look on mismatches the one before it no
   * more than that: a blast has burnt down and the old place is seen again.
   */
  boolean comesBack(int before, double most) {
    int from = -1;
    for (int k = Math.max(0, count - KEPT); k < count && look[k % KEPT] <= before; k++) {
      from = k;
    }
    if (from < 0) {
      return false;
    }
    for (int k = from + (int) (SOON_SECONDS / STEP_SECONDS); k < count; k += EVERY) {
      if (!matcher.mismatched(pictures[from % KEPT], pictures[k % KEPT], most)) {
        return true;
      }
    }
    return false;
  }

  private boolean unrelated(int a, int b) {
    return unrelated
        .computeIfAbsent(b, later -> new HashMap<>())
        .computeIfAbsent(
            a,
            earlier -> matcher.mismatched(pictures[earlier % KEPT], pictures[b % KEPT], UNRELATED));
  }

  private static void reduce(byte[] plane, float[] out, int offset) {
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int sum = 0;
        for (int r = 0; r < 4; r++) {
          for (int c = 0; c < 4; c++) {
            sum += plane[(4 * y + r) * Miniature.WIDTH + 4 * x + c] & 0xFF;
          }
        }
        out[offset + y * W + x] = sum / 16f;
      }
    }
  }

  private static float deviation(float[] tiny) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < W * H; i++) {
      sum += tiny[i];
      squares += tiny[i] * tiny[i];
    }
    double mean = sum / (W * H);
    return (float) Math.sqrt(Math.max(0, squares / (W * H) - mean * mean));
  }

  private static double correlation(float[] a, float[] b) {
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    int n = W * H;
    for (int i = 0; i < n; i++) {
      sa += a[i];
      sb += b[i];
      saa += a[i] * a[i];
      sbb += b[i] * b[i];
      sab += a[i] * b[i];
    }
    double va = saa - sa * sa / n;
    double vb = sbb - sb * sb / n;
    return va <= 0 || vb <= 0 ? 0 : (sab - sa * sb / n) / Math.sqrt(va * vb);
  }
}
