package com.movierecap.media.sound;

import com.movierecap.media.film.SoundBlock;

/**
 * The highest peak between the samples, by ITU-R BS.1770-4, annex 2: four times oversampled with
 * the 48-tap interpolation filter given there, in four phases. A stretch whose samples cannot reach
 * the highest peak so far is not filtered: no output exceeds {@value #MOST_GAIN} times its largest
 * input.
 */
final class TruePeak {
  private static final int TAPS = 12;

  /** Largest sum of absolute coefficients of a phase, rounded up. */
  private static final double MOST_GAIN = 2.03;

  private static final double[][] PHASES = {
    {
      0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875,
      0.1373291015625, 0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250,
      0.0148925781250, -0.0083007812500
    },
    {
      -0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500,
      0.4650878906250, 0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625,
      0.0330810546875, -0.0189208984375
    },
    {
      -0.0189208984375, 0.0330810546875, -0.0582275390625, 0.1015625000000, -0.2003173828125,
      0.7797851562500, 0.4650878906250, -0.1665039062500, 0.0891113281250, -0.0517578125000,
      0.0292968750000, -0.0291748046875
    },
    {
      -0.0083007812500, 0.0148925781250, -0.0266113281250, 0.0476074218750, -0.1022949218750,
      0.9721679687500, 0.1373291015625, -0.0594482421875, 0.0332031250000, -0.0196533203125,
      0.0109863281250, 0.0017089843750
    }
  };

  private double most;
  private int channels;
  private float[] line = new float[0];

  /** Interleaved samples. */
  void add(SoundBlock block) {
    int n = block.frames();
    if (channels != block.channels() || line.length < block.channels() * (n + TAPS)) {
      float[] longer = new float[block.channels() * (n + TAPS)];
      if (channels == block.channels()) {
        for (int c = 0; c < channels; c++) {
          System.arraycopy(line, c * (line.length / channels), longer, c * (n + TAPS), TAPS - 1);
        }
      }
      channels = block.channels();
      line = longer;
    }
    int stride = line.length / channels;
    for (int c = 0; c < channels; c++) {
      int base = c * stride;
      float largest = 0;
      for (int i = 0; i < TAPS - 1; i++) {
        largest = Math.max(largest, Math.abs(line[base + i]));
      }
      for (int f = 0; f < n; f++) {
        float x = block.samples()[f * channels + c];
        line[base + TAPS - 1 + f] = x;
        largest = Math.max(largest, Math.abs(x));
      }
      most = Math.max(most, largest);
      if (largest * MOST_GAIN > most) {
        filter(base, n);
      }
      // what the next block's first outputs look back on
      System.arraycopy(line, base + n, line, base, TAPS - 1);
    }
  }

  private void filter(int base, int n) {
    for (int f = 0; f < n; f++) {
      int at = base + f;
      float near =
          Math.max(
              Math.max(Math.abs(line[at + 4]), Math.abs(line[at + 5])),
              Math.max(Math.abs(line[at + 6]), Math.abs(line[at + 7])));
      // between samples this small no peak of note lies
      if (near < 0.5 * most) {
        continue;
      }
      for (double[] phase : PHASES) {
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
          sum += phase[k] * line[at + TAPS - 1 - k];
        }
        most = Math.max(most, Math.abs(sum));
      }
    }
  }

  /** In dB relative to full scale; -70 where nothing is louder. */
  double dbtp() {
    return most <= 0 ? -70 : Math.max(-70, 20 * Math.log10(most));
  }
}
