package com.movierecap.media.rendering;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.Arrived;
import com.movierecap.media.ffmpeg.FilmTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline promises, held against what was read of the film for it: a program that reads too
 * little fills the rest with a still picture and with silence, and says nothing. Films may have
 * gaps of their own: these are looked up, which means to read the whole file, only where something
 * is missing.
 */
final class Promise {
  /** More missing than this share of what is there cannot be called a recap of it. */
  private static final double DAMAGE_BUDGET = 0.2;

  private static final double LEAST_SOUND_SECONDS = 0.15;

  private final FilmTimes film;

  Promise(FilmTimes film) {
    this.film = film;
  }

  /**
   * How many of the film's pictures did not arrive.
   *
   * @param start of the stretch, on the file's clock
   * @param frames that the stretch should have at its rate
   * @param each how long each is shown, in seconds
   * @param arrived with times from the stretch's start on
   */
  int missing(double start, int frames, double each, List<Arrived.Block> arrived) {
    double end = frames * each;
    double[] came =
        arrived.stream()
            .mapToDouble(Arrived.Block::seconds)
            .filter(t -> t > -each && t < end)
            .sorted()
            .toArray();
    if (came.length >= frames) {
      return 0;
    }
    @Nullable double[] shown = film.pictures();
    if (shown == null) {
      return frames - came.length;
    }
    int missing = 0;
    for (double time : shown) {
      double at = time - start;
      if (at >= -each / 4 && at < end - each / 2 && distance(came, at) > each / 2) {
        missing++;
      }
    }
    return missing;
  }

  /** To the nearest of some times in order. */
  private static double distance(double[] times, double at) {
    int found = Arrays.binarySearch(times, at);
    if (found >= 0) {
      return 0;
    }
    int after = -found - 1;
    double next = after < times.length ? times[after] - at : Double.MAX_VALUE;
    double last = after > 0 ? at - times[after - 1] : Double.MAX_VALUE;
    return Math.min(next, last);
  }

  /**
   * How much of the film's sound did not arrive, in seconds.
   *
   * @param start of the stretch, on the file's clock
   * @param length of the stretch, in seconds
   * @param arrived with times from the stretch's start on
   */
  double silent(double start, double length, List<Arrived.Block> arrived) {
    double came = within(arrived, 0, length);
    if (came > length - LEAST_SOUND_SECONDS) {
      return 0;
    }
    double there = within(film.sound(), start, start + length);
    return there - came > LEAST_SOUND_SECONDS ? there - came : 0;
  }

  private static double within(List<Arrived.Block> blocks, double from, double to) {
    return blocks.stream()
        .mapToDouble(b -> Math.min(to, b.seconds() + b.length()) - Math.max(from, b.seconds()))
        .filter(covered -> covered > 0)
        .sum();
  }

  /**
   * What to say where reading from further back did not help either.
   *
   * @param seconds on the film's own clock
   * @throws UnusableInputException where too much is missing
   */
  static void settle(double missing, double of, double seconds, String what) {
    if (missing > DAMAGE_BUDGET * of) {
      throw new UnusableInputException(
          Reason.DAMAGED,
          String.format(
              Locale.ROOT,
              "%.0f %% of the %s from %.1f s on cannot be read",
              100 * missing / of,
              what,
              seconds));
    }
  }
}
