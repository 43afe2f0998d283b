package com.movierecap.media.analysis;

import com.movierecap.media.TimeRange;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SoundBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stretches of a recording that hold neither pictures nor sound, as where reception was lost:
 * players show the last picture, silently. A picture that stands while something is heard is none,
 * nor one of a film that has no sound: slides are shown so.
 */
final class Holes {
  private static final double SHORTEST_SECONDS = 1;

  private final List<TimeRange> silent = new ArrayList<>();
  private double heard = Double.NaN;

  /** In order of time. */
  void sound(SoundBlock block) {
    if (block.seconds() - heard >= SHORTEST_SECONDS) {
      silent.add(new TimeRange(heard, block.seconds()));
    }
    double end = block.seconds() + block.frames() / (double) SoundBlock.RATE;
    heard = Double.isNaN(heard) ? end : Math.max(heard, end);
  }

  /** In order. */
  List<TimeRange> among(PictureClock clock) {
    List<TimeRange> holes = new ArrayList<>();
    double usual = clock.secondsPerPicture();
    for (int i = 1; i < clock.pictures() && !silent.isEmpty(); i++) {
      double still = clock.secondsOf(i - 1) + usual;
      double next = clock.secondsOf(i);
      if (next - still >= SHORTEST_SECONDS) {
        for (TimeRange range : silent) {
          double from = Math.max(still, range.startSeconds());
          double to = Math.min(next, range.endSeconds());
          if (to - from >= SHORTEST_SECONDS) {
            holes.add(new TimeRange(from, to));
          }
        }
      }
    }
    return holes;
  }

  /** One English sentence. */
  static String warning(List<TimeRange> holes) {
    double seconds = holes.stream().mapToDouble(TimeRange::lengthSeconds).sum();
    return String.format(
        Locale.ROOT,
        "Parts of the recording are missing, %.1f seconds in all: nothing is taken from there.",
        seconds);
  }
}
