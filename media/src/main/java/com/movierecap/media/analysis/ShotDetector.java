package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.humble.SmallPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    looks.add(Look.of(picture, hsv, score));
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
    List<Boundary> fades = fades();
    List<Boundary> all = new ArrayList<>(fades);
    for (Boundary cut : cuts) {
      if (fades.stream().noneMatch(f -> blackBetween(f.look(), cut.look()))) {
        all.add(cut);
      }
    }
    for (Dissolve d : bestDissolves()) {
      int middle = (d.from + d.to) / 2;
      if (all.stream().noneMatch(b -> near(b.look(), d.from, d.to))) {
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
    double ratio = ratio(i);
    if (ratio < RATIO || score < LEAST_SCORE || flash(i)) {
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

  private double ratio(int i) {
    double sum = 0;
    int count = 0;
    for (int k = 1; k <= NEIGHBOURS; k++) {
      if (i - k >= 1) {
        sum += looks.get(i - k).score();
        count++;
      }
      if (i + k < looks.size()) {
        sum += looks.get(i + k).score();
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    return mean < 1e-5 ? 255 : Math.min(255, looks.get(i).score() / mean);
  }

  /** Does the picture before come back soon after? */
  private boolean flash(int i) {
    double least = Double.MAX_VALUE;
    for (int k = 2; k <= FLASH_LOOK_AHEAD && i + k < looks.size(); k++) {
      least = Math.min(least, pictures[(i - 1) % KEPT].difference(pictures[(i + k) % KEPT]));
    }
    return least < FLASH_SCORE && least < 0.5 * looks.get(i).score();
  }

  private List<Boundary> fades() {
    List<Boundary> fades = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < looks.size(); i++) {
      if (black(i)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        if (start > 0) {
          fades.add(new Boundary((start + i) / 2, Transition.FADE));
        }
        start = -1;
      }
    }
    return fades;
  }

  private boolean black(int i) {
    Look look = looks.get(i);
    return look.brightness() < BLACK && look.contrast() < BLACK_CONTRAST;
  }

  /** Is all between the middle of a fade and that picture black, but for the last step? */
  private boolean blackBetween(int fade, int cut) {
    int from = Math.min(fade, cut);
    int to = Math.max(fade, cut);
    for (int i = from + 1; i < to; i++) {
      if (!black(i)) {
        return false;
      }
    }
    return true;
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

  private static boolean near(int look, int from, int to) {
    return look >= from && look <= to;
  }
}
