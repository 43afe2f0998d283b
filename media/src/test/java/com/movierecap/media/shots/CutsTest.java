package com.movierecap.media.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
  private static final int RATE = 24;

  @Test
  void aStretchOfHalfAMinuteWithoutACutIsLookedAtAgain() {
    assertThat(cuts(5, 25, 50)).as("45 s between two plain cuts").containsExactly(5, 25, 50);
    assertThat(cuts(5, 15, 25)).as("20 s between two plain cuts").containsExactly(5, 25);
  }

  @Test
  void anUncertainChangeNextToAPlainCutStaysOutEvenThen() {
    assertThat(cuts(5, 49.5, 50)).containsExactly(5, 50);
  }

  /** Seconds of the cuts in a film with plain cuts at the first and last time, doubtful between. */
  private static List<Integer> cuts(double... seconds) {
    List<CutCandidate> suspicions = new ArrayList<>();
    float[] scores = new float[60 * RATE];
    for (int i = 0; i < seconds.length; i++) {
      boolean plain = i == 0 || i == seconds.length - 1;
      int look = (int) (seconds[i] * RATE);
      scores[look] = plain ? 30 : 4;
      suspicions.add(new CutCandidate(look, plain ? 20 : 1.6, plain ? 0.9 : 0.6, 0, false));
    }
    List<FrameFeatures> looks = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      looks.add(new FrameFeatures(i, i / (double) RATE, false, scores[i], 100, 40, 200));
    }
    return new Cuts(looks, suspicions).list().stream().map(c -> c.look() / RATE).toList();
  }
}
