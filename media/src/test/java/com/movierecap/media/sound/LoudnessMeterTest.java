package com.movierecap.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** Values by EBU Tech 3341 and ITU-R BS.1770-4. */
class LoudnessMeterTest {
  private static final double[] MONO = {1};
  private static final double[] STEREO = {1, 1};

  @Test
  void aFullScaleToneInOneChannelReadsMinusThree() {
    assertThat(toned(MONO, 997, 0, 5)).isCloseTo(-3.01, offset(0.05));
  }

  @Test
  void aFullScaleToneInTwoChannelsReadsZero() {
    assertThat(toned(STEREO, 1000, 0, 5)).isCloseTo(0.0, offset(0.05));
  }

  @Test
  void aStereoToneAtMinus23ReadsMinus23() {
    assertThat(toned(STEREO, 1000, -23, 20)).isCloseTo(-23.0, offset(0.1));
  }

  @Test
  void lowFrequenciesOfTheirOwnChannelDoNotCount() {
    assertThat(toned(new double[] {0}, 1000, 0, 5)).isEqualTo(LoudnessMeter.SILENT_LUFS);
  }

  @Test
  void quietPassagesAreGatedOut() {
    LoudnessMeter meter = new LoudnessMeter();
    tone(meter, STEREO, 1000, -36, 10);
    tone(meter, STEREO, 1000, -23, 60);
    tone(meter, STEREO, 1000, -36, 10);
    assertThat(meter.integrated()).isCloseTo(-23.0, offset(0.1));
  }

  @Test
  void silenceAndAShortNoiseReadMinusSeventy() {
    assertThat(new LoudnessMeter().integrated()).isEqualTo(-70);
    assertThat(toned(STEREO, 1000, -300, 3)).isEqualTo(-70);
    assertThat(toned(STEREO, 1000, 0, 0.2)).isEqualTo(-70);
  }

  private static double toned(double[] weights, double hertz, double decibel, double seconds) {
    LoudnessMeter meter = new LoudnessMeter();
    tone(meter, weights, hertz, decibel, seconds);
    return meter.integrated();
  }

  private static void tone(
      LoudnessMeter meter, double[] weights, double hertz, double decibel, double seconds) {
    int frames = (int) (48_000 * seconds);
    float[] samples = new float[frames * weights.length];
    double peak = Math.pow(10, decibel / 20);
    for (int f = 0; f < frames; f++) {
      float value = (float) (peak * Math.sin(2 * Math.PI * hertz * f / 48_000));
      for (int c = 0; c < weights.length; c++) {
        samples[f * weights.length + c] = value;
      }
    }
    meter.add(samples, frames, weights);
  }
}
