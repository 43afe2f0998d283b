package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.TimeRange;
import com.movierecap.media.film.PictureClock;
import java.util.ArrayList;
import java.util.List;

/** Finds shots parted by a stretch of black, and the stretches that are shots of their own. */
public final class Fades {
  private static final double SHORTEST_SECONDS = 0.15;

  /** Black that lasts is no change from one shot to another but a shot, and no story. */
  private static final double OWN_SHOT_SECONDS = 1;

  /** Between two looks there may be this much of pictures left out. */
  private static final double LEFT_OUT_SECONDS = 0.2;

  /** Looks between a cut and the black it leads into or out of. */
  private static final int NEAR = 1;

  private final List<FrameFeatures> looks;
  private final List<Boundary> cuts;
  private final List<Boundary> fades = new ArrayList<>();

  private Fades(List<FrameFeatures> looks, List<Boundary> cuts) {
    this.looks = looks;
    this.cuts = cuts;
  }

  /**
   * One boundary in the middle of each short stretch of black; where a cut leads into it or out,
   * the cut is the boundary, and at the film's ends there is none. A stretch of a second or more
   * has boundaries where it begins and where it ends.
   */
  static List<Boundary> between(List<FrameFeatures> looks, List<Boundary> cuts) {
    Fades found = new Fades(looks, cuts);
    stretches(looks).forEach(found::add);
    return found.fades;
  }

  /** The stretches of black; pictures left out before one and after it count as black too. */
  public static List<TimeRange> black(List<FrameFeatures> looks, PictureClock clock) {
    List<TimeRange> black = new ArrayList<>();
    for (Stretch s : stretches(looks)) {
      double first = looks.get(s.from).seconds();
      double seen = s.from == 0 ? 0 : looks.get(s.from - 1).seconds() + clock.secondsPerPicture();
      double to = s.to < looks.size() ? looks.get(s.to).seconds() : clock.durationSeconds();
      black.add(new TimeRange(Math.min(first, Math.max(seen, first - LEFT_OUT_SECONDS)), to));
    }
    return black;
  }

  /**
   * Looks in a row that are black.
   *
   * @param to the first look that is not, or their number
   */
  private record Stretch(int from, int to) {
    double seconds(List<FrameFeatures> looks) {
      return looks.get(Math.min(to, looks.size() - 1)).seconds() - looks.get(from).seconds();
    }
  }

  private static List<Stretch> stretches(List<FrameFeatures> looks) {
    List<Stretch> stretches = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= looks.size(); i++) {
      if (i < looks.size() && looks.get(i).black()) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        Stretch stretch = new Stretch(start, i);
        if (stretch.seconds(looks) >= SHORTEST_SECONDS) {
          stretches.add(stretch);
        }
        start = -1;
      }
    }
    return stretches;
  }

  private void add(Stretch black) {
    int from = black.from;
    int to = black.to;
    if (black.seconds(looks) >= OWN_SHOT_SECONDS) {
      for (int end : new int[] {from, to}) {
        if (end > 0 && end < looks.size() && !cutIn(end - NEAR, end + NEAR)) {
          fades.add(new Boundary(end, Transition.FADE));
        }
      }
    } else if (from > 0 && to < looks.size() && !cutIn(from - NEAR, to + NEAR)) {
      fades.add(new Boundary((from + to) / 2, Transition.FADE));
    }
  }

  private boolean cutIn(int from, int to) {
    return cuts.stream().anyMatch(c -> c.look() >= from && c.look() <= to);
  }
}
