package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.SmallPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds where shots begin; pictures are pushed one by one and only the last few are kept.
 *
 * <p>A cut is a picture that differs from the one before much more than its neighbours differ from
 * theirs (PySceneDetect's adaptive detector with the low threshold that suits long films), unless
 * the old picture comes back at once, which is a flash. A fade is a stretch of black; its shot
 * begins in the middle. A dissolve is a slow change whose middle picture is the mean of its ends.
 */
final class ShotDetector {
  private static final double RATIO = 2.0;
  private static final double LEAST_SCORE = 15;

  /** A key picture is coded anew and shifts the hue of the dark; luma stays. A cut moves luma. */
  private static final double LUMA_RATIO = 1.7;

  private static final int SUDDEN_SHIFT = 20;
  private static final int LEAST_STRUCTURE = 3;
  private static final int NEIGHBOURS = 2;
  private static final double SHORTEST_SHOT_SECONDS = 0.25;

  private static final int FLASH_LOOK_AHEAD = 5;
  private static final double FLASH_SCORE = 10;

  private static final double BLACK = 12;
  private static final double BLACK_CONTRAST = 8;

  private static final double DISSOLVE_SECONDS = 0.8;
  private static final double DISSOLVE_CHANGE = 18;
  private static final double DISSOLVE_ERROR = 0.22;

  private static final int KEPT = 64;

  private final List<Look> looks = new ArrayList<>();
  private final HsvPicture[] pictures = new HsvPicture[KEPT];
  private final byte[][] lumas = new byte[KEPT][];
  private final List<Boundary> cuts = new ArrayList<>();
  private final List<Dissolve> dissolves = new ArrayList<>();
  private int judged;

  private record Dissolve(int from, int to, double error) {}

  /** Every picture in presentation order. */
  void push(SmallPicture picture) {
    int n = looks.size();
    HsvPicture hsv = pictures[n % KEPT];
    byte[] luma = lumas[n % KEPT];
    if (hsv == null || luma == null) {
      hsv = new HsvPicture();
      luma = new byte[HsvPicture.PIXELS];
      pictures[n % KEPT] = hsv;
      lumas[n % KEPT] = luma;
    }
    hsv.set(picture);
    System.arraycopy(picture.luma, 0, luma, 0, luma.length);
    float score = n == 0 ? 0 : hsv.difference(pictures[(n - 1) % KEPT]);
    float step = n == 0 ? 0 : difference(luma, lumas[(n - 1) % KEPT]);
    looks.add(Look.of(picture, hsv, score, step));
    if (n >= FLASH_LOOK_AHEAD) {
      judge(n - FLASH_LOOK_AHEAD);
    }
    seekDissolve(n);
  }

  /** Boundaries in order, the film's own start not among them. */
  List<Boundary> finish() {
    while (judged < looks.size()) {
      judge(judged);
    }
    List<Boundary> all = new ArrayList<>(cuts);
    all.addAll(fades());
    for (Dissolve d : bestDissolves()) {
      int middle = flattest(d);
      // contrast that only falls or only rises is a fade, and those are found by their black
      boolean inside = middle - d.from >= 2 && d.to - middle >= 2;
      if (inside && all.stream().noneMatch(b -> close(b.look(), middle))) {
        all.add(new Boundary(middle, Transition.DISSOLVE));
      }
    }
    all.sort(Comparator.comparingInt(Boundary::look));
    return all;
  }

  List<Look> looks() {
    return looks;
  }

  private void judge(int i) {
    judged = i + 1;
    if (i == 0) {
      return;
    }
    double score = looks.get(i).score();
    if (score < LEAST_SCORE
        || ratio(i, Look::score) < RATIO
        || ratio(i, Look::lumaScore) < LUMA_RATIO
        || fadingFlat(i)
        || flash(i)) {
      return;
    }
    if (!cuts.isEmpty()) {
      int last = cuts.get(cuts.size() - 1).look();
      if (looks.get(i).seconds() - looks.get(last).seconds() < SHORTEST_SHOT_SECONDS - 1e-3) {
        return;
      }
    }
    cuts.add(new Boundary(i, Transition.CUT));
  }

  /**
   * How much faster the film changes here than beside. By time, since pictures left out make some
   * steps longer than others.
   */
  private double ratio(int i, ToDoubleFunction<Look> measure) {
    double sum = 0;
    int count = 0;
    for (int k = i - NEIGHBOURS; k <= i + NEIGHBOURS; k++) {
      if (k >= 1 && k < looks.size() && k != i) {
        sum += speed(k, measure);
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    return mean < 1e-5 ? 255 : Math.min(255, speed(i, measure) / mean);
  }

  private double speed(int i, ToDoubleFunction<Look> measure) {
    double step = looks.get(i).seconds() - looks.get(i - 1).seconds();
    return measure.applyAsDouble(looks.get(i)) / Math.max(1e-3, step);
  }

  private static float difference(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
    }
    return sum / (float) a.length;
  }

  /**
   * A plain picture that brightens has noise for its hue. Without the change of its mean nothing of
   * its luma moves.
   */
  private boolean fadingFlat(int i) {
    byte[] a = lumas[(i - 1) % KEPT];
    byte[] b = lumas[i % KEPT];
    int shift = Math.round(mean(b) - mean(a));
    if (Math.abs(shift) >= SUDDEN_SHIFT) {
      return false;
    }
    int sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.abs((b[k] & 0xFF) - (a[k] & 0xFF) - shift);
    }
    return sum < LEAST_STRUCTURE * a.length;
  }

  private static float mean(byte[] luma) {
    int sum = 0;
    for (byte b : luma) {
      sum += b & 0xFF;
    }
    return sum / (float) luma.length;
  }

  /** Does the picture before come back soon after, or is this the one that came back? */
  private boolean flash(int i) {
    double least = Double.MAX_VALUE;
    for (int k = 2; k <= FLASH_LOOK_AHEAD; k++) {
      if (i + k < looks.size()) {
        least = Math.min(least, difference(i - 1, i + k));
      }
      if (i - k >= 0) {
        least = Math.min(least, difference(i - k, i));
      }
    }
    return least < FLASH_SCORE && least < 0.5 * looks.get(i).score();
  }

  private float difference(int a, int b) {
    return pictures[a % KEPT].difference(pictures[b % KEPT]);
  }

  /**
   * Black that comes and goes slowly. Where a cut leads into it or out, the cut is the boundary.
   */
  private List<Boundary> fades() {
    List<Boundary> fades = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < looks.size(); i++) {
      if (black(i)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        int from = start;
        int to = i;
        start = -1;
        if (from > 0 && cuts.stream().noneMatch(c -> near(c.look(), from - 1, to + 1))) {
          fades.add(new Boundary((from + to) / 2, Transition.FADE));
        }
      }
    }
    return fades;
  }

  private boolean black(int i) {
    Look look = looks.get(i);
    return look.brightness() < BLACK && look.contrast() < BLACK_CONTRAST;
  }

  private void seekDissolve(int n) {
    int first = n;
    double end = looks.get(n).seconds();
    while (first > 0 && n - first < KEPT - 1 && looks.get(first).score() < LEAST_SCORE) {
      if (end - looks.get(first).seconds() >= DISSOLVE_SECONDS) {
        break;
      }
      first--;
    }
    if (end - looks.get(first).seconds() < DISSOLVE_SECONDS) {
      return;
    }
    byte[] a = lumas[first % KEPT];
    byte[] b = lumas[n % KEPT];
    byte[] middle = lumas[(first + n) / 2 % KEPT];
    long change = 0;
    long error = 0;
    for (int i = 0; i < a.length; i++) {
      int from = a[i] & 0xFF;
      int to = b[i] & 0xFF;
      change += Math.abs(from - to);
      error += Math.abs(2 * (middle[i] & 0xFF) - from - to);
    }
    double mean = change / (double) a.length;
    if (mean >= DISSOLVE_CHANGE && error < 2 * DISSOLVE_ERROR * change) {
      dissolves.add(new Dissolve(first, n, error / (2.0 * change)));
    }
  }

  /** Of overlapping windows, the one that fits best. */
  private List<Dissolve> bestDissolves() {
    List<Dissolve> best = new ArrayList<>();
    for (Dissolve d : dissolves) {
      Dissolve last = best.isEmpty() ? null : best.get(best.size() - 1);
      if (last == null || d.from > last.to) {
        best.add(d);
      } else if (d.error < last.error) {
        best.set(best.size() - 1, d);
      }
    }
    return best;
  }

  /** Two pictures over each other have less contrast than either: there lies the middle. */
  private int flattest(Dissolve d) {
    int best = (d.from + d.to) / 2;
    for (int i = d.from; i <= d.to; i++) {
      best = looks.get(i).contrast() < looks.get(best).contrast() ? i : best;
    }
    return best;
  }

  private boolean close(int a, int b) {
    return Math.abs(looks.get(a).seconds() - looks.get(b).seconds()) < DISSOLVE_SECONDS / 2;
  }

  private static boolean near(int look, int from, int to) {
    return look >= from && look <= to;
  }
}
