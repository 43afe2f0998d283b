package com.movierecap.media;

import java.util.Map;

/**
 * A chosen range with its reasons.
 *
 * @param score 0..1; the sum of {@code reasons}
 * @param reasons what speaks for the range, in points: {@code dialogue}, {@code sound}, {@code
 *     picture}, {@code structure}
 */
public record Pick(
    double startSeconds, double endSeconds, double score, Map<String, Double> reasons) {
  public double lengthSeconds() {
    return endSeconds - startSeconds;
  }
}
