package com.movierecap.media;

import java.util.Map;

/**
 * A chosen range with its reasons.
 *
 * @param score 0..1; the sum of {@code reasons}
 * @param reasons what speaks for the range, in points: {@code dialogue}, {@code sound}, {@code
 *     picture}, {@code structure}
 * @param tailSeconds how long its sound runs on under the next pick's picture, 0 to {@link
 *     #LONGEST_TAIL_SECONDS} (an L-cut)
 */
public record Pick(
    double startSeconds,
    double endSeconds,
    double score,
    Map<String, Double> reasons,
    double tailSeconds) {
  /** Longer, and sound and picture seem to belong to different films. */
  public static final double LONGEST_TAIL_SECONDS = 0.8;

  /** A pick whose sound ends with its picture. */
  public Pick(double startSeconds, double endSeconds, double score, Map<String, Double> reasons) {
    this(startSeconds, endSeconds, score, reasons, 0);
  }

  public double lengthSeconds() {
    return endSeconds - startSeconds;
  }
}
