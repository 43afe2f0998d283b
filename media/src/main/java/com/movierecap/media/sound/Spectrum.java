package com.movierecap.media.sound;

/**
 * Tells sustained tones from sudden sounds: one spectrum of 64 ms every 100 ms at 16 kHz. A tone is
 * a peak that stands where it stood in the spectrum before; a sudden sound is energy that was not
 * there before (half-wave rectified spectral flux).
 */
final class Spectrum {
  static final double STEP_SECONDS = 0.1;
  private static final int SIZE = 1024;
  private static final int STEP = 1600;

  /** 100 Hz to 5 kHz, in bins of 15.6 Hz. */
  private static final int LOWEST = 6;

  private static final int HIGHEST = 320;

  /** How far a tone stands out of its surroundings. */
  private static final double PEAK = 4;

  private static final float[] WINDOW = new float[SIZE];
  private static final float[] COSINE = new float[SIZE / 2];
  private static final float[] SINE = new float[SIZE / 2];

  static {
    for (int i = 0; i < SIZE; i++) {
      WINDOW[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE));
    }
    for (int i = 0; i < SIZE / 2; i++) {
      COSINE[i] = (float) Math.cos(2 * Math.PI * i / SIZE);
      SINE[i] = (float) -Math.sin(2 * Math.PI * i / SIZE);
    }
  }

  private final float[] samples = new float[STEP];
  private final float[] real = new float[SIZE];
  private final float[] imaginary = new float[SIZE];
  private double[] power = new double[SIZE / 2];
  private double[] before = new double[SIZE / 2];
  private int filled;
  private double music;
  private double effects;

  /**
   * One sample at 16 kHz.
   *
   * @return whether a step is complete, so that {@link #music} and {@link #effects} are new
   */
  boolean add(float sample) {
    samples[filled++] = sample;
    if (filled < STEP) {
      return false;
    }
    filled = 0;
    for (int i = 0; i < SIZE; i++) {
      real[i] = samples[STEP - SIZE + i] * WINDOW[i];
      imaginary[i] = 0;
    }
    transform();
    double[] swap = before;
    before = power;
    power = swap;
    for (int i = 0; i < power.length; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    measure();
    return true;
  }

  private void measure() {
    music = 0;
    effects = 0;
    for (int i = LOWEST; i < HIGHEST; i++) {
      double around = (power[i - 4] + power[i - 3] + power[i + 3] + power[i + 4]) / 4 + 1e-9;
      boolean peak = power[i] > power[i - 1] && power[i] >= power[i + 1];
      if (peak && power[i] > PEAK * around && before[i] > 0.25 * power[i]) {
        music += Math.min(power[i], before[i]);
      }
      double rise = Math.sqrt(power[i]) - Math.sqrt(before[i]);
      effects += rise > 0 ? rise * rise : 0;
    }
  }

  /** Energy of tones that go on, in the step just completed. */
  double music() {
    return music;
  }

  /** Energy that came up in the step just completed. */
  double effects() {
    return effects;
  }

  /** Cooley and Tukey, radix 2, in place. */
  private void transform() {
    for (int i = 1, j = 0; i < SIZE; i++) {
      int bit = SIZE >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        float r = real[i];
        real[i] = real[j];
        real[j] = r;
      }
    }
    for (int length = 2; length <= SIZE; length <<= 1) {
      int half = length / 2;
      int stride = SIZE / length;
      for (int start = 0; start < SIZE; start += length) {
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          float c = COSINE[k * stride];
          float s = SINE[k * stride];
          float r = real[b] * c - imaginary[b] * s;
          float m = real[b] * s + imaginary[b] * c;
          real[b] = real[a] - r;
          imaginary[b] = imaginary[a] - m;
          real[a] += r;
          imaginary[a] += m;
        }
      }
    }
  }
}
