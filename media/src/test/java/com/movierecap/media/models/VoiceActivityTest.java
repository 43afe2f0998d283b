package com.movierecap.media.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.movierecap.media.TimeRange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
  @Test
  void rangesBridgeShortDipsAndLeaveOutWhatIsTooShort() {
    float[] likelihoods = new float[200];
    Arrays.fill(likelihoods, 20, 40, 0.9f);
    Arrays.fill(likelihoods, 28, 30, 0.1f);
    Arrays.fill(likelihoods, 40, 50, 0.4f);
    Arrays.fill(likelihoods, 100, 104, 0.9f);
    Arrays.fill(likelihoods, 190, 200, 0.9f);
    List<TimeRange> ranges = VoiceActivity.ranges(likelihoods);
    assertThat(ranges).hasSize(2);
    assertThat(ranges.get(0).startSeconds()).isCloseTo(20 * 0.032 - 0.03, offset(1e-3));
    assertThat(ranges.get(0).endSeconds()).isCloseTo(50 * 0.032 + 0.03, offset(1e-3));
    assertThat(ranges.get(1).endSeconds()).isCloseTo(6.43, offset(1e-3));
    assertThat(VoiceActivity.ranges(new float[0])).isEmpty();
  }

  @Test
  void aVoiceIsHeardAndMusicNoiseAndSilenceAreNot() {
    assumeTrue(VoiceActivity.fetched(), "npm did not give the network to this build");
    int second = VoiceActivity.RATE;
    float[] sound = new float[60 * second];
    Random random = new Random(3);
    for (int i = 0; i < 10 * second; i++) {
      sound[10 * second + i] = (float) (0.1 * random.nextGaussian());
      double chord = 0;
      for (double hertz : new double[] {220, 277.2, 329.6}) {
        chord += Math.sin(2 * Math.PI * hertz * i / second);
      }
      sound[20 * second + i] = (float) (0.15 * chord);
    }
    SungVowels.add(sound, 40 * second, 10 * second);
    List<TimeRange> ranges;
    try (VoiceActivity network = VoiceActivity.open().orElseThrow()) {
      ranges = VoiceActivity.ranges(network.likelihoods(sound, sound.length));
    }
    double voiced = ranges.stream().mapToDouble(r -> r.endSeconds() - r.startSeconds()).sum();
    assertThat(voiced).isGreaterThan(5);
    assertThat(ranges)
        .allSatisfy(r -> assertThat(r.startSeconds()).isBetween(39.8, 50.2))
        .allSatisfy(r -> assertThat(r.endSeconds()).isBetween(39.8, 50.3));
  }
}
