package com.movierecap.media;

import java.util.Comparator;
import java.util.List;

/**
 * Pictures a second as the fraction that video is really timed by: 23.976 is 24000/1001. One of the
 * rates that editing suites and televisions know, whatever the film was taken with.
 *
 * @param numerator pictures
 * @param denominator in so many seconds
 * @see <a
 *     href="https://developer.apple.com/documentation/professional-video-applications/format">the
 *     frame durations of Final Cut Pro</a>
 */
public record FrameRate(int numerator, int denominator) {
  /** Of those that fit a film as well as each other the first is taken. */
  private static final List<FrameRate> STANDARD =
      List.of(
          new FrameRate(30, 1),
          new FrameRate(25, 1),
          new FrameRate(24, 1),
          new FrameRate(30_000, 1001),
          new FrameRate(24_000, 1001),
          new FrameRate(60, 1),
          new FrameRate(50, 1),
          new FrameRate(60_000, 1001));

  private static final FrameRate UNKNOWN = new FrameRate(25, 1);

  /** No camera takes more than that. */
  private static final double HIGHEST = 1000;

  /** As a share: 24 and 23.976 differ by twice as much. */
  private static final double SAME = 0.0005;

  private static final int MOST_TIMES = 50;

  /** Slower, and there is no movement that a rate could disturb. */
  private static final double SLIDES = 10;

  /**
   * The rate that a film's recap is shown and counted in: the film's own where that is a standard
   * one; else one that shows each of its pictures equally long (25 for 12.5), or every second one
   * or third (60 for 120); else the nearest. Nonsense, which films do hold, becomes 25.
   *
   * @param measured the film's usual pictures a second
   */
  public static FrameRate of(double measured) {
    if (!(measured > 0) || measured > HIGHEST) {
      return UNKNOWN;
    }
    if (measured < SLIDES) {
      return STANDARD.stream()
          .filter(rate -> whole(rate.perSecond() / measured))
          .findFirst()
          .orElse(STANDARD.get(0));
    }
    for (int times = 1; times <= MOST_TIMES; times++) {
      for (FrameRate rate : STANDARD) {
        if (same(rate.perSecond(), measured * times)) {
          return rate;
        }
      }
    }
    for (int part = 2; part <= MOST_TIMES; part++) {
      for (FrameRate rate : STANDARD) {
        if (same(rate.perSecond(), measured / part)) {
          return rate;
        }
      }
    }
    return STANDARD.stream()
        .min(Comparator.comparingDouble(rate -> Math.abs(Math.log(rate.perSecond() / measured))))
        .orElseThrow();
  }

  private static boolean whole(double ratio) {
    return same(ratio, Math.rint(ratio));
  }

  private static boolean same(double rate, double other) {
    return Math.abs(rate - other) < SAME * rate;
  }

  public double perSecond() {
    return numerator / (double) denominator;
  }

  /** What a second of timecode is counted in: 30 for 29.97. */
  public int nominal() {
    return (int) Math.round(perSecond());
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
