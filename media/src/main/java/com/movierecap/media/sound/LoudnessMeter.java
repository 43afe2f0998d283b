package com.movierecap.media.sound;

import com.movierecap.media.film.SoundBlock;
import java.util.Arrays;

/**
 * Integrated loudness by ITU-R BS.1770-4 at 48 kHz: K-weighting (a high shelf, then a high pass),
 * mean square over blocks of 400 ms every 100 ms, gated at -70 LUFS and at 10 LU below the mean of
 * what passed. Keeps one number per 100 ms.
 */
final class LoudnessMeter {
  static final double SILENT_LUFS = -70;
  static final int STEP_FRAMES = SoundBlock.RATE / 10;
  private static final int STEPS_PER_BLOCK = 4;
  private static final int SHORT_TERM_STEPS = 30;
  private static final double OFFSET = -0.691;

  // BS.1770-4, tables 1 and 2, for 48 kHz
  private static final double[] SHELF_B = {1.53512485958697, -2.69169618940638, 1.19839281085285};
  private static final double[] SHELF_A = {-1.69065929318241, 0.73248077421585};
  private static final double[] PASS_B = {1, -2, 1};
  private static final double[] PASS_A = {-1.99004745483398, 0.99007225036621};

  private double[][] state = new double[0][];
  private double stepSum;
  private int stepFrames;
  private double[] steps = new double[1024];
  private int count;

  /** Interleaved samples, {@code weights.length} channels. */
  void add(float[] samples, int frames, double[] weights) {
    if (state.length != weights.length) {
      state = new double[weights.length][6];
    }
    for (int from = 0, to; from < frames; from = to) {
      to = Math.min(frames, from + STEP_FRAMES - stepFrames);
      for (int c = 0; c < weights.length; c++) {
        stepSum += weights[c] * energy(samples, from, to, c, state);
      }
      stepFrames += to - from;
      if (stepFrames == STEP_FRAMES) {
        endStep();
      }
    }
  }

  /** Sum of the squares of a channel, K-weighted. */
  private static double energy(float[] samples, int from, int to, int channel, double[][] state) {
    int channels = state.length;
    double[] s = state[channel];
    double in1 = s[0];
    double in2 = s[1];
    double shelf1 = s[2];
    double shelf2 = s[3];
    double out1 = s[4];
    double out2 = s[5];
    double energy = 0;
    for (int f = from; f < to; f++) {
      double in = samples[f * channels + channel];
      double shelf = filter(SHELF_B, SHELF_A, in, in1, in2, shelf1, shelf2);
      double out = filter(PASS_B, PASS_A, shelf, shelf1, shelf2, out1, out2);
      in2 = in1;
      in1 = in;
      shelf2 = shelf1;
      shelf1 = shelf;
      out2 = out1;
      // else numbers become so small in silence that the processor takes its time
      out1 = Math.abs(out) < 1e-15 ? 0 : out;
      energy += out * out;
    }
    s[0] = in1;
    s[1] = in2;
    s[2] = shelf1;
    s[3] = shelf2;
    s[4] = out1;
    s[5] = out2;
    return energy;
  }

  /** A filter of second order: its next output, by the last two inputs and outputs. */
  private static double filter(
      double[] b, double[] a, double in, double in1, double in2, double out1, double out2) {
    return b[0] * in + b[1] * in1 + b[2] * in2 - a[0] * out1 - a[1] * out2;
  }

  private void endStep() {
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, 2 * count);
    }
    steps[count++] = stepSum / STEP_FRAMES;
    stepSum = 0;
    stepFrames = 0;
  }

  /** Mean square of each 100 ms, K-weighted, all channels. */
  double[] steps() {
    return Arrays.copyOf(steps, count);
  }

  static double lufs(double meanSquare) {
    return meanSquare <= 0 ? Double.NEGATIVE_INFINITY : OFFSET + 10 * Math.log10(meanSquare);
  }

  /** -70 where nothing is louder. */
  double integrated() {
    int blocks = count - STEPS_PER_BLOCK + 1;
    if (blocks < 1) {
      return SILENT_LUFS;
    }
    double[] power = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      for (int k = 0; k < STEPS_PER_BLOCK; k++) {
        power[b] += steps[b + k] / STEPS_PER_BLOCK;
      }
    }
    double absolute = Math.pow(10, (SILENT_LUFS - OFFSET) / 10);
    double first = meanAbove(power, absolute);
    if (first == 0) {
      return SILENT_LUFS;
    }
    // ten LU below is a tenth of the power
    double gated = meanAbove(power, Math.max(absolute, first / 10));
    return Math.max(SILENT_LUFS, lufs(gated));
  }

  /**
   * Loudness range by EBU Tech 3342: blocks of 3 s every 100 ms, gated at -70 LUFS and at 20 LU
   * below the mean of what passed, from the 10th to the 95th percentile, in LU. 0 where there is
   * too little sound.
   */
  double range() {
    double absolute = Math.pow(10, (SILENT_LUFS - OFFSET) / 10);
    double[] blocks = new double[Math.max(0, count - SHORT_TERM_STEPS + 1)];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = shortTerm(b + SHORT_TERM_STEPS);
    }
    double gate = Math.max(absolute, meanAbove(blocks, absolute) / 100);
    double[] passed = Arrays.stream(blocks).filter(p -> p > gate).sorted().toArray();
    if (passed.length == 0) {
      return 0;
    }
    double low = passed[(int) Math.round(0.10 * (passed.length - 1))];
    double high = passed[(int) Math.round(0.95 * (passed.length - 1))];
    return lufs(high) - lufs(low);
  }

  /** Mean square of the 3 s up to that step, less at the begin. */
  private double shortTerm(int end) {
    int from = Math.max(0, end - SHORT_TERM_STEPS);
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += steps[i];
    }
    return end == from ? 0 : sum / (end - from);
  }

  /** Loudest short-term loudness (3 s) of a stretch, as mean square. */
  double shortTerm(double fromSeconds, double toSeconds) {
    int first = (int) Math.min(count, Math.max(0, Math.round(10 * fromSeconds)));
    int last = (int) Math.min(count, Math.max(first + 1, Math.round(10 * toSeconds)));
    // a stretch of less than 3 s is heard for itself, not for what was before
    double loudest = 0;
    for (int end = Math.min(last, first + SHORT_TERM_STEPS); end <= last; end++) {
      int from = Math.max(first, end - SHORT_TERM_STEPS);
      double sum = 0;
      for (int i = from; i < end; i++) {
        sum += steps[i];
      }
      loudest = Math.max(loudest, end == from ? 0 : sum / (end - from));
    }
    return loudest;
  }

  private static double meanAbove(double[] power, double gate) {
    return Arrays.stream(power).filter(p -> p > gate).average().orElse(0);
  }
}
