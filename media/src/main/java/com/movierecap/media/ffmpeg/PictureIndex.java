package com.movierecap.media.ffmpeg;

import java.util.Arrays;
import java.util.List;

/**
 * When a film's pictures are shown and where it can be cut, told by its packets; in seconds of its
 * own clock.
 *
 * @param seconds of every picture, in order
 * @param points in order
 */
public record PictureIndex(double[] seconds, List<CutPoint> points) {
  private static final double SAME_SECONDS = 0.004;

  /**
   * Reads all of the film's file, but decodes nothing.
   *
   * @param zero where the film's own clock begins on the file's, in seconds
   */
  public static PictureIndex of(FilmProbe film, double zero) {
    return PacketTimes.of(film).index(film.picture().tick().value(), zero);
  }

  /**
   * The same, but to be cut only at certain keyframes: others may be marked as such and are none.
   *
   * @param keyframes in seconds; none means that nothing is known of them
   */
  public PictureIndex at(List<Double> keyframes) {
    return keyframes.isEmpty()
        ? this
        : new PictureIndex(
            seconds,
            points.stream()
                .filter(p -> keyframes.stream().anyMatch(k -> Math.abs(k - p.in()) < SAME_SECONDS))
                .toList());
  }

  /** How many pictures are shown from one time on and before another. */
  public long between(double from, double to) {
    return Arrays.stream(seconds)
        .filter(s -> s > from - SAME_SECONDS && s < to - SAME_SECONDS)
        .count();
  }

  /** When the picture nearest to a time is shown. */
  public double nearest(double time) {
    int at = Arrays.binarySearch(seconds, time);
    if (at >= 0) {
      return time;
    }
    int after = -at - 1;
    if (after == 0) {
      return seconds[0];
    }
    if (after == seconds.length) {
      return seconds[after - 1];
    }
    return seconds[after] - time < time - seconds[after - 1] ? seconds[after] : seconds[after - 1];
  }
}
