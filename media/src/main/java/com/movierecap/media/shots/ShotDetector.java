package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.shots.GradualFinder.Gradual;
import com.movierecap.media.shots.GradualFinder.Manner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds where shots begin; pictures are pushed one by one and only the last few are kept.
 *
 * <p>A picture is suspicious where it differs from the one before much more than its neighbours
 * differ from theirs (PySceneDetect's adaptive detector). Of a suspicious picture is asked how much
 * of it can be found, moved, in the one before: a fast camera is no cut. And whether the old
 * picture comes back at once: a flash is none either. Slow changes are {@link GradualFinder}'s,
 * stretches of black are {@link Fades}'.
 */
public final class ShotDetector {
  private static final double LEAST_SUSPICIOUS_RATIO = 1.5;
  private static final double LEAST_SUSPICIOUS_SCORE = 3.5;
  private static final int NEIGHBOURS = 3;

  /** Of the neighbours, as many may be cuts or flashes themselves. */
  private static final int SET_ASIDE = 2;

  /** Four pictures at 24 a second: the longest flash. */
  private static final double FLASH_SECONDS = 0.19;

  private static final double BRIGHTER = 8;
  private static final double STEEP = 10;
  private static final double QUICK_SECONDS = 0.8;
  private static final int KEPT = 64;
  private static final int MOST_AHEAD = 24;

  private final List<FrameFeatures> looks = new ArrayList<>();
  private final Miniature[] pictures = new Miniature[KEPT];
  private final BlockMatcher matcher = new BlockMatcher();
  private final GradualFinder gradual = new GradualFinder();
  private final List<CutCandidate> suspicions = new ArrayList<>();
  private final Deque<Integer> blasts = new ArrayDeque<>();
  private int judged;

  public ShotDetector() {
    Arrays.setAll(pictures, i -> new Miniature());
  }

  /** Every picture in presentation order. */
  public void push(SmallPicture picture) {
    int n = looks.size();
    Miniature now = pictures[n % KEPT];
    now.set(picture);
    float score = n == 0 ? 0 : now.difference(pictures[(n - 1) % KEPT]);
    looks.add(FrameFeatures.of(picture, now, score));
    while (judged < n - NEIGHBOURS
        && (n - judged >= MOST_AHEAD
            || picture.seconds() - looks.get(judged).seconds() > FLASH_SECONDS + 0.02)) {
      judge(judged++);
    }
    gradual.push(n, picture.seconds(), now);
    watchBlasts(picture.seconds());
  }

  private void watchBlasts(double now) {
    while (!blasts.isEmpty()) {
      CutCandidate s = suspicions.get(blasts.getFirst());
      if (now - looks.get(s.look()).seconds() < CutCandidate.BLAST_SECONDS) {
        return;
      }
      boolean blast = gradual.comesBack(s.look() - 1, s.blastMismatch());
      suspicions.set(blasts.removeFirst(), s.withPassing(blast));
    }
  }

  /** Boundaries in order, the film's own start not among them. */
  public List<Boundary> finish() {
    while (judged < looks.size()) {
      judge(judged++);
    }
    watchBlasts(Double.MAX_VALUE);
    List<Gradual> slow = gradual.finish();
    // a film that comes out of black or ends in it has no boundary there
    slow.removeIf(g -> onlyBlack(0, g.from() + 1) || onlyBlack(g.to(), looks.size()));
    Cuts found = new Cuts(looks, suspicions);
    List<Boundary> cuts = new ArrayList<>(found.list());
    for (Gradual g : slow) {
      // a quick fade takes steps nearly as large as a cut's, but its neighbours are large too
      cuts.removeIf(
          c ->
              g.manner() == Manner.FADE
                  && looks.get(g.to()).seconds() - looks.get(g.from()).seconds() < QUICK_SECONDS
                  && c.look() > g.from()
                  && c.look() <= g.to()
                  && found.ratio(c.look()) < STEEP);
    }
    List<Boundary> all = new ArrayList<>(cuts);
    all.addAll(Fades.between(looks, cuts));
    for (Gradual g : slow) {
      if (all.stream().noneMatch(b -> tells(b, g))) {
        Transition kind = g.manner() == Manner.FADE ? Transition.FADE : Transition.DISSOLVE;
        all.add(new Boundary(g.middle(), kind));
      }
    }
    all.sort(Comparator.comparingInt(Boundary::look));
    return all;
  }

  /** Is the slow change that boundary's own: around it, or parted from it by nothing but black? */
  private boolean tells(Boundary b, Gradual g) {
    if (b.look() >= g.from() && b.look() <= g.to() + 1) {
      return true;
    }
    return b.transition() == Transition.FADE
        && (b.look() > g.to() ? onlyBlack(g.to(), b.look()) : onlyBlack(b.look(), g.from() + 1));
  }

  private boolean onlyBlack(int from, int to) {
    return looks.subList(from, to).stream().allMatch(FrameFeatures::black);
  }

  public List<FrameFeatures> looks() {
    return looks;
  }

  private void judge(int i) {
    if (i == 0 || looks.get(i).score() < LEAST_SUSPICIOUS_SCORE) {
      return;
    }
    double ratio = ratio(i);
    if (ratio < LEAST_SUSPICIOUS_RATIO) {
      return;
    }
    Miniature before = pictures[(i - 1) % KEPT];
    Miniature now = pictures[i % KEPT];
    double mismatch = matcher.mismatch(before, now);
    double colour = before.chromaDifference(now);
    if (mismatch < Cuts.LEAST_MISMATCH) {
      return;
    }
    boolean flash = returns(i, CutCandidate.flashMismatch(mismatch));
    suspicions.add(new CutCandidate(i, ratio, mismatch, colour, flash));
    if (!flash && looks.get(i).brightness() - looks.get(i - 1).brightness() > BRIGHTER) {
      blasts.add(suspicions.size() - 1);
    }
  }

  /**
   * How much faster the film changes here than beside. Pictures left out make some steps longer
   * than others; what moves differs the more the longer the step, but less than in proportion.
   */
  private double ratio(int i) {
    double[] beside = new double[2 * NEIGHBOURS];
    int count = 0;
    for (int k = i - NEIGHBOURS; k <= i + NEIGHBOURS; k++) {
      if (k >= 1 && k < looks.size() && k != i) {
        beside[count++] = speed(k);
      }
    }
    Arrays.sort(beside, 0, count);
    int used = Math.max(1, count - SET_ASIDE);
    double mean = Arrays.stream(beside, 0, Math.min(used, count)).average().orElse(0);
    return Math.min(255, speed(i) / Math.max(0.1, mean));
  }

  private double speed(int i) {
    double step = looks.get(i).seconds() - looks.get(i - 1).seconds();
    return looks.get(i).score() / Math.sqrt(Math.max(1e-3, step) / 0.04);
  }

  /** Whether a picture shortly before and one shortly after mismatch no more than that. */
  private boolean returns(int i, double most) {
    FrameFeatures at = looks.get(i);
    Miniature before = pictures[(i - 1) % KEPT];
    Miniature now = pictures[i % KEPT];
    for (int k = i + 1;
        k < looks.size()
            && k < i + MOST_AHEAD
            && looks.get(k).seconds() - at.seconds() < FLASH_SECONDS;
        k++) {
      if (!matcher.mismatched(before, pictures[k % KEPT], most)) {
        return true;
      }
    }
    double last = looks.get(i - 1).seconds();
    for (int k = i - 2;
        k >= 0 && k > i - MOST_AHEAD && last - looks.get(k).seconds() < FLASH_SECONDS;
        k--) {
      if (!matcher.mismatched(pictures[k % KEPT], now, most)) {
        return true;
      }
    }
    return false;
  }
}
