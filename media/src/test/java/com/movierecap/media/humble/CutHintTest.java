package com.movierecap.media.humble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutHintTest {
  private final CutHint hint = new CutHint();

  @Test
  void aPacketMuchLargerThanUsualSaysWhereACutIs() {
    quiet();
    assertThat(hint.note(1000, 40_000, false)).as("at the large packet").isTrue();
    assertThat(hint.note(960, 2_000, false)).as("shown before it, behind it in the file").isTrue();
    assertThat(hint.note(1040, 2_000, false)).as("shown after it").isFalse();
  }

  @Test
  void keyframesAreLargeByNature() {
    quiet();
    assertThat(hint.note(1000, 60_000, true)).isFalse();
    assertThat(hint.note(1040, 2_000, false)).isFalse();
  }

  @Test
  void inAStillStretchALittleMotionIsNoCut() {
    hint.note(0, 100_000, true);
    for (int i = 1; i < 48; i++) {
      hint.note(40L * i, 50, false);
    }
    // many times the usual size, and next to nothing beside a keyframe
    assertThat(hint.note(2000, 5_000, false)).isFalse();
    assertThat(hint.note(2040, 30_000, false)).isTrue();
  }

  private void quiet() {
    hint.note(0, 50_000, true);
    for (int i = 1; i < 24; i++) {
      assertThat(hint.note(40L * i, 2_000 + 100 * (i % 5), false)).isFalse();
    }
  }
}
