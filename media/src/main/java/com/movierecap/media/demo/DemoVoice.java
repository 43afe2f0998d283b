package com.movierecap.media.demo;

import com.movierecap.media.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Speaks a sentence without words: a buzzing glottis through two resonances per vowel, one vowel a
 * syllable, three to five syllables a second, a breath of noise before each, and a falling melody.
 *
 * <p>Formants are the usual textbook pairs (Peterson and Barney 1952, men and women averaged).
 */
final class DemoVoice {
  private static final int RATE = DemoSound.RATE;

  /** Some 8 dB above the music of the pauses. */
  private static final double LEVEL = 1.7;

  private final Cue cue;
  private final List<double[]> syllables = new ArrayList<>();

  DemoVoice(Cue cue) {
    this.cue = cue;
    boolean inside = false;
    for (char c : cue.text().toLowerCase(Locale.ROOT).toCharArray()) {
      boolean vowel = "aeiouy".indexOf(c) >= 0;
      if (vowel && !inside) {
        syllables.add(formants(c));
      }
      inside = vowel;
    }
  }

  private static double[] formants(char vowel) {
    return switch (vowel) {
      case 'a' -> new double[] {780, 1250};
      case 'e' -> new double[] {560, 1900};
      case 'i', 'y' -> new double[] {340, 2300};
      case 'o' -> new double[] {540, 900};
      default -> new double[] {360, 950};
    };
  }

  void speak(float[] left, float[] right) {
    double length = cue.endSeconds() - cue.startSeconds();
    double each = length / syllables.size();
    Random random = new Random(cue.text().hashCode());
    double phase = 0;
    double[] memory = new double[4];
    int first = (int) (cue.startSeconds() * RATE);
    int count = (int) (length * RATE);
    double hiss = 0;
    for (int i = 0; i < count; i++) {
      double t = i / (double) RATE;
      int syllable = Math.min(syllables.size() - 1, (int) (t / each));
      double within = t / each - syllable;
      double done = t / length;
      double pitch =
          168 - 34 * done + 16 * Math.sin(syllable * 1.9) + 4 * Math.sin(2 * Math.PI * 5.2 * t);
      phase = (phase + pitch / RATE) % 1;
      double buzz = phase < 0.4 ? 1 - phase / 0.2 : -0.2 * (1 - phase);
      double breath = random.nextDouble() - 0.5;
      hiss += (breath - hiss) * 0.6;
      double consonant = within < 0.16 ? Math.sin(Math.PI * within / 0.16) : 0;
      double open = within < 0.1 ? within / 0.1 : Math.pow(1 - (within - 0.1) / 0.9, 0.7);
      double source = buzz * open + 0.04 * breath;
      double[] formant = syllables.get(syllable);
      double lower = resonate(memory, 0, source, formant[0], 90);
      double upper = resonate(memory, 2, source, formant[1], 130);
      double voice = 0.9 * lower + 1.1 * upper + 0.3 * consonant * (breath - hiss);
      left[first + i] += (float) (voice * LEVEL);
      right[first + i] += (float) (voice * LEVEL);
    }
  }

  /** One two-pole resonance of unit peak. */
  private static double resonate(
      double[] memory, int at, double in, double frequency, double bandwidth) {
    double r = Math.exp(-Math.PI * bandwidth / RATE);
    double theta = 2 * Math.PI * frequency / RATE;
    double gain = (1 - r) * Math.sqrt(1 + r * r - 2 * r * Math.cos(2 * theta));
    double out = gain * in + 2 * r * Math.cos(theta) * memory[at] - r * r * memory[at + 1];
    memory[at + 1] = memory[at];
    memory[at] = out;
    return out;
  }
}
