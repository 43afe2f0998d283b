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
  /** Reads all of the film's file, but decodes nothing. */
  public static PictureIndex of(FilmProbe film) {
    return PacketTimes.of(film).index(film.picture().tick().seconds());
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
