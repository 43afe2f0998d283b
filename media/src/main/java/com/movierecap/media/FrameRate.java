package com.movierecap.media;

/**
 * Pictures a second as the fraction that video is really timed by: 23.976 is 24000/1001.
 *
 * @param numerator pictures
 * @param denominator in so many seconds
 */
public record FrameRate(int numerator, int denominator) {
  private static final double HIGHEST = 120;
  private static final double SAME = 0.005;
  private static final FrameRate UNKNOWN = new FrameRate(25, 1);

  /** The fraction nearest to a measured rate. Nonsense, which films do hold, becomes 25. */
  public static FrameRate of(double measured) {
    if (!(measured >= 1) || Double.isInfinite(measured)) {
      return UNKNOWN;
    }
    double rate = measured;
    while (rate > HIGHEST) {
      rate /= 2;
    }
    int whole = (int) Math.round(rate);
    if (Math.abs(rate - whole) < SAME) {
      return new FrameRate(whole, 1);
    }
    int television = (int) Math.ceil(rate);
    if (Math.abs(rate - television * 1000 / 1001.0) < SAME) {
      return new FrameRate(television * 1000, 1001);
    }
    return new FrameRate((int) Math.round(rate * 1000), 1000);
  }

  public double perSecond() {
    return numerator / (double) denominator;
  }

  /** Index of the picture nearest to a time. */
  public long frameAt(double seconds) {
    return Math.round(seconds * numerator / denominator);
  }

  public double seconds(long frames) {
    return frames * (double) denominator / numerator;
  }

  /** Index of the sample that sounds when picture {@code frame} appears. */
  public long sampleAt(long frame, int sampleRate) {
    return Math.round((double) frame * denominator * sampleRate / numerator);
  }

  /** As FFmpeg writes fractions. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
