package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which suspicions are cuts. A stretch of half a minute without any is looked at again with
 * less demanding thresholds, a film of senselessly short shots with stricter ones.
 */
final class Cuts {
  private static final double SHORTEST_SHOT_SECONDS = 0.19;
  private static final double LONG_STRETCH_SECONDS = 30;
  private static final double SENSELESS_MEDIAN_SECONDS = 0.7;

  /**
   * @param ratio least {@link CutCandidate#ratio} where nearly nothing is found again
   * @param score least {@link FrameFeatures#score}
   * @param mismatch least {@link CutCandidate#mismatch} of a picture that differs by {@link
   *     #SUDDEN}
   */
  private record Demands(double ratio, double score, double mismatch) {}

  private static final Demands USUAL = new Demands(1.8, 5, 0.36);
  private static final Demands LOW = new Demands(1.5, 3.5, 0.33);
  private static final Demands HIGH = new Demands(3, 12, 0.5);

  /** Where more than that is found again it is no cut, whatever else is known. */
  static final double LEAST_MISMATCH = 0.25;

  private static final double SUDDEN = 2.5;
  private static final double HARDLY_FOUND = 0.55;

  /** Large plain patches find their like easily; nothing moves this fast out of rest. */
  private static final double ABRUPT = 8;

  private static final double ABRUPT_SCORE = 20;
  private static final double MISMATCH_WHEN_ABRUPT = LEAST_MISMATCH;

  /** A change of colour this large counts as much as unknown structure. */
  private static final double COLOUR = 14;

  private static final double MISMATCH_WITH_COLOUR = 0.3;

  private final List<FrameFeatures> looks;
  private final List<CutCandidate> suspicions;

  Cuts(List<FrameFeatures> looks, List<CutCandidate> suspicions) {
    this.looks = looks;
    this.suspicions = suspicions;
  }

  List<Boundary> list() {
    List<Boundary> cuts = meeting(USUAL, 0, Double.MAX_VALUE);
    if (medianSeconds(cuts) < SENSELESS_MEDIAN_SECONDS) {
      List<Boundary> fewer = meeting(HIGH, 0, Double.MAX_VALUE);
      // fast cutting stays fast cutting: only where most were doubtful was it no cutting at all
      return fewer.size() < cuts.size() / 2 ? fewer : cuts;
    }
    List<Boundary> all = new ArrayList<>();
    double last = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      double next = i < cuts.size() ? seconds(cuts.get(i).look()) : seconds(looks.size() - 1);
      if (next - last > LONG_STRETCH_SECONDS) {
        all.addAll(meeting(LOW, last + 1, next - 1));
      }
      if (i < cuts.size()) {
        all.add(cuts.get(i));
      }
      last = next;
    }
    return all;
  }

  private List<Boundary> meeting(Demands demands, double from, double to) {
    List<CutCandidate> met = new ArrayList<>();
    for (CutCandidate s : suspicions) {
      double at = seconds(s.look());
      if (at < from || at > to || !meets(s, demands)) {
        continue;
      }
      CutCandidate last = met.isEmpty() ? null : met.get(met.size() - 1);
      if (last == null || at - seconds(last.look()) >= SHORTEST_SHOT_SECONDS - 1e-3) {
        met.add(s);
      } else if (looks.get(s.look()).score() > looks.get(last.look()).score()) {
        met.set(met.size() - 1, s);
      }
    }
    return met.stream().map(s -> new Boundary(s.look(), Transition.CUT)).toList();
  }

  private boolean meets(CutCandidate s, Demands demands) {
    boolean hardlyFound = s.mismatch() >= HARDLY_FOUND && s.ratio() >= demands.ratio;
    boolean partlyFound = s.mismatch() >= demands.mismatch && s.ratio() >= SUDDEN;
    boolean recoloured =
        s.colour() >= COLOUR && s.mismatch() >= MISMATCH_WITH_COLOUR && s.ratio() >= SUDDEN;
    boolean abrupt =
        s.ratio() >= ABRUPT
            && looks.get(s.look()).score() >= ABRUPT_SCORE
            && s.mismatch() >= MISMATCH_WHEN_ABRUPT;
    return looks.get(s.look()).score() >= demands.score
        && (hardlyFound || partlyFound || recoloured || abrupt)
        && !s.passing();
  }

  /** {@link CutCandidate#ratio} at that look. */
  double ratio(int look) {
    return suspicions.stream()
        .filter(s -> s.look() == look)
        .mapToDouble(CutCandidate::ratio)
        .findFirst()
        .orElse(0);
  }

  private double medianSeconds(List<Boundary> cuts) {
    if (cuts.size() < 2) {
      return Double.MAX_VALUE;
    }
    double[] lengths = new double[cuts.size() - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = seconds(cuts.get(i + 1).look()) - seconds(cuts.get(i).look());
    }
    java.util.Arrays.sort(lengths);
    return lengths[lengths.length / 2];
  }

  private double seconds(int look) {
    return looks.get(look).seconds();
  }
}
