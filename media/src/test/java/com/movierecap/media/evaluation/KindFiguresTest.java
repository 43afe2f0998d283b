package com.movierecap.media.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Shot.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small part of what {@link Evaluation} measures, so that nobody makes it worse unnoticed. */
class KindFiguresTest {
  /** As many as there are ways to show credits. */
  private static final int FILMS = 4;

  @TempDir Path folder;

  @Test
  void titlesLogosCreditsAndBlackAreToldFromStoryInFilmsNeverLookedAt() {
    KindFigures.Seconds s = new KindFigures(folder).measure(KindFigures.HELD_OUT, FILMS);
    assertThat(s.recall(Kind.STORY)).as("story kept").isGreaterThan(0.99);
    assertThat(s.recall(Kind.TITLE)).as("titles told").isGreaterThan(0.9);
    assertThat(s.recall(Kind.CREDITS)).as("credits told").isGreaterThan(0.9);
    assertThat(s.recall(Kind.LOGO)).as("logos told").isGreaterThan(0.7);
    assertThat(s.recall(Kind.BLACK)).as("black told").isGreaterThan(0.9);
    assertThat(s.keptOut()).as("kept out of what is no story").isGreaterThan(0.9);
    assertThat(s.chance(Kind.TITLE)).as("titles told by chance").isLessThan(0.3);
  }
}
