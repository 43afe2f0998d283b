package com.movierecap.media.film;

import java.util.Arrays;
import java.util.List;

/**
 * The presentation times of all pictures in the file, also of those never decoded: taken from the
 * packets, so that a picture's index is exact even where the decoder leaves pictures out.
 */
public final class PictureClock {
  private final long[] ticks;
  private final double secondsPerTick;

  /**
   * @param stamps time stamps of all packets, in any order
   * @param first time stamp of the first picture that can be shown; earlier ones do not count
   */
  public PictureClock(long[] stamps, long first, double secondsPerTick) {
    this.ticks = Arrays.stream(stamps).filter(t -> t >= first).sorted().distinct().toArray();
    this.secondsPerTick = secondsPerTick;
  }

  public int pictures() {
    return ticks.length;
  }

  /** Index of the picture with that time stamp, or of the next where there is none. */
  public int indexOf(long stamp) {
    int i = Arrays.binarySearch(ticks, stamp);
    return i >= 0 ? i : Math.min(-i - 1, Math.max(0, ticks.length - 1));
  }

  public long ticksOf(int index) {
    return ticks[index];
  }

  public double secondsOf(int index) {
    return (ticks[index] - ticks[0]) * secondsPerTick;
  }

  /** Times of those pictures among the given stamps that can be shown, in order. */
  public List<Double> secondsOf(long[] stamps) {
    return Arrays.stream(stamps)
        .filter(t -> Arrays.binarySearch(ticks, t) >= 0)
        .sorted()
        .distinct()
        .mapToObj(t -> (t - ticks[0]) * secondsPerTick)
        .toList();
  }

  /** Distances that differ by more than this share from the usual one are gaps and doubles. */
  private static final double USUAL = 0.1;

  /**
   * The usual distance of two pictures: the mean of all that are about as long as the median, since
   * whole milliseconds round 24 pictures a second to 42 or 41. Gaps, doubles and the other half of
   * a film that was put together from two do not count.
   */
  public double secondsPerPicture() {
    if (ticks.length < 2) {
      return 0.04;
    }
    long[] steps = new long[ticks.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = ticks[i + 1] - ticks[i];
    }
    Arrays.sort(steps);
    long median = steps[steps.length / 2];
    double tolerance = Math.max(USUAL * median, 1);
    double mean =
        Arrays.stream(steps)
            .filter(step -> Math.abs(step - median) <= tolerance)
            .average()
            .orElse(median);
    return mean * secondsPerTick;
  }

  /** From the first picture to the end of the last. */
  public double durationSeconds() {
    return ticks.length == 0 ? 0 : secondsOf(ticks.length - 1) + secondsPerPicture();
  }
}
