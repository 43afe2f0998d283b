package com.movierecap.media.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecapEvaluationTest {
  @TempDir Path folder;

  @Test
  void whatMattersIsChosenAndNothingIsCutShortRepeatedOrPassedOver() {
    RecapFigures.Figures f = new RecapFigures(folder, new long[] {11, 12}, 40).measure();
    assertThat(f.recall()).isGreaterThanOrEqualTo(0.8).isGreaterThan(f.chanceRecall() + 0.4);
    assertThat(f.wordsCut()).isZero();
    assertThat(f.chanceWordsCut()).isGreaterThan(1);
    assertThat(f.longestGap()).isLessThanOrEqualTo(0.21).isLessThan(f.chanceLongestGap());
    assertThat(f.worstLengthError()).isLessThan(0.05);
    assertThat(f.repeats()).isLessThanOrEqualTo(f.chanceRepeats());
  }
}
