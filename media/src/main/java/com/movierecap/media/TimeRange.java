package com.movierecap.media;

/** A stretch of the film: {@code startSeconds} inclusive, {@code endSeconds} exclusive. */
public record TimeRange(double startSeconds, double endSeconds) {
  public TimeRange {
    if (!(endSeconds >= startSeconds)) {
      throw new IllegalArgumentException(
          "range ends before it starts: " + startSeconds + ".." + endSeconds);
    }
  }

  public double lengthSeconds() {
    return endSeconds - startSeconds;
  }
}
