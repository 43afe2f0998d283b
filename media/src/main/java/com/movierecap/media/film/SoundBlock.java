package com.movierecap.media.film;

/**
 * A short stretch of sound at {@value #RATE} samples a second.
 *
 * @param seconds time of the first sample on the film's clock; below zero where sound precedes the
 *     first picture
 * @param samples interleaved, {@code frames * channels} of them valid; full scale is 1, and what a
 *     film holds may exceed it; used again for the next block
 * @param weights of the channels in a loudness sum, see {@link #weights}
 */
public record SoundBlock(double seconds, float[] samples, int frames, double[] weights) {
  public static final int RATE = 48_000;

  public int channels() {
    return weights.length;
  }

  /** ITU-R BS.1770-4, table 3: fronts count once, surrounds 1.41 times, low frequencies not. */
  public static double[] weights(int channels) {
    double[] w = new double[channels];
    for (int c = 0; c < channels; c++) {
      w[c] = c < 3 || channels < 5 ? 1 : c == 3 && channels > 5 ? 0 : 1.41;
    }
    return w;
  }
}
