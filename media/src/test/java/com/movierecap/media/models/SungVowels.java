package com.movierecap.media.models;

/**
 * Something like speech, made of a buzz through three resonances that move from vowel to vowel,
 * with a hiss between syllables (Klatt 1980, much simplified).
 */
public final class SungVowels {
  /** Formants of a, e, i, o, u in hertz (Peterson and Barney 1952, men). */
  private static final double[][] VOWELS = {
    {730, 1090, 2440}, {530, 1840, 2480}, {270, 2290, 3010}, {570, 840, 2410}, {300, 870, 2240}
  };

  private static final double[] WIDTHS = {80, 100, 140};

  private SungVowels() {}

  /** Adds it to mono sound at {@link VoiceActivity#RATE}. */
  public static void add(float[] sound, int from, int length) {
    double rate = VoiceActivity.RATE;
    java.util.Random random = new java.util.Random(7);
    double phase = 0;
    double[][] memory = new double[3][2];
    double[] formants = VOWELS[0].clone();
    for (int i = 0; i < length; i++) {
      double t = i / rate;
      int syllable = (int) (t / 0.22);
      double within = t / 0.22 - syllable;
      double pitch = 115 + 25 * Math.sin(2 * Math.PI * t / 2.3) - 15 * within;
      phase += pitch / rate;
      boolean pulse = phase >= 1;
      phase -= pulse ? 1 : 0;
      double[] vowel = VOWELS[(syllable * 7 + syllable / 3) % 5];
      double voiced = within < 0.2 ? within / 0.2 : within > 0.85 ? (1 - within) / 0.15 : 1;
      double hiss = within < 0.15 && syllable % 2 == 0 ? 0.15 : 0.01;
      // a pause after every ninth syllable
      double said = syllable % 9 == 8 ? 0 : 1;
      double source = said * (voiced * (pulse ? 8 : 0) + hiss * random.nextGaussian());
      double out = source;
      for (int k = 0; k < 3; k++) {
        formants[k] += (vowel[k] - formants[k]) * 0.002;
        double r = Math.exp(-Math.PI * WIDTHS[k] / rate);
        double c = 2 * r * Math.cos(2 * Math.PI * formants[k] / rate);
        double gain = 1 - c + r * r;
        double now = gain * out + c * memory[k][0] - r * r * memory[k][1];
        memory[k][1] = memory[k][0];
        memory[k][0] = now;
        out = now;
      }
      sound[from + i] += (float) Math.max(-1, Math.min(1, 0.9 * out));
    }
  }
}
