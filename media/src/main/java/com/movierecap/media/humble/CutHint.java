package com.movierecap.media.humble;

/**
 * Guesses from the sizes of packets where a cut lies, so that the pictures which are skipped
 * elsewhere are decoded there. A picture that has little in common with those before takes many
 * more bytes; pictures shown before it come behind it in the file, still in time to be decoded.
 * That spares a second decoding from the keyframe on, which costs fifty pictures for two.
 */
final class CutHint {
  /**
   * Times the usual size; with {@link #SHARE_OF_KEY} it finds nearly all cuts without a keyframe.
   */
  private static final double SPIKE = 3;

  /** Of the size of the last keyframe: in a still stretch any motion makes a spike. */
  private static final double SHARE_OF_KEY = 0.2;

  /** Weight of a packet in the running mean: about the last second counts. */
  private static final double WEIGHT = 1 / 24.0;

  private double mean;
  private int keySize;
  private long spike = Long.MIN_VALUE;

  /**
   * Takes note of a packet, in the order of the file.
   *
   * @return whether it is shown where a cut is likely
   */
  boolean note(long stamp, int size, boolean key) {
    if (key) {
      keySize = size;
    } else {
      if (mean > 0 && size >= SPIKE * mean && size >= SHARE_OF_KEY * keySize) {
        spike = Math.max(spike, stamp);
      }
      mean = mean == 0 ? size : mean + WEIGHT * (size - mean);
    }
    return stamp <= spike;
  }
}
