package com.movierecap.media.film;

/**
 * A short stretch of sound at {@value #RATE} samples a second.
 *
 * @param seconds time of the first sample on the film's clock; below zero where sound precedes the
 *     first picture
 * @param samples interleaved, {@code frames * channels} of them valid; used again for the next
 *     block
 * @param weights of the channels in a loudness sum: 1 front, 1.41 surround, 0 low frequencies
 */
public record SoundBlock(double seconds, short[] samples, int frames, double[] weights) {
  public static final int RATE = 48_000;

  public int channels() {
    return weights.length;
  }
}
