package com.movierecap.media.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Accuracy;
import com.movierecap.media.evaluation.ShotFigures.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small part of what {@link Evaluation} measures, so that nobody makes it worse unnoticed. */
class ShotFiguresTest {
  private static final int SHOTS = 16;

  @TempDir Path folder;

  @Test
  void boundariesAreFoundInFilmsNeverLookedAt() {
    ShotFigures figures = new ShotFigures(folder, SHOTS);
    for (Accuracy accuracy : new Accuracy[] {Accuracy.NORMAL, Accuracy.ACCURATE}) {
      Result result = figures.measure(ShotFigures.KINDS, ShotFigures.HELD_OUT, accuracy, false);
      Agreement found = result.found().get(1);
      Agreement chance = result.chance().get(1);
      assertThat(found.f1()).as("hard cuts, %s", accuracy).isGreaterThan(0.95);
      assertThat(found.slowF1()).as("gradual, %s", accuracy).isGreaterThan(0.6);
      assertThat(chance.f1()).as("hard cuts by chance").isLessThan(0.2);
    }
  }
}
