package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import com.movierecap.media.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether subtitles come when somebody speaks. Laid over the speech that was found in the sound at
 * every likely shift and pace, they agree most where they belong (phi coefficient of "shown" and
 * "spoken"); offered is only what agrees much better than what is there.
 *
 * @param stretch to multiply times with
 * @param offsetSeconds to add then; below zero where the subtitles come late
 */
public record SubtitleFit(double stretch, double offsetSeconds) {
  /** Films of 24, 23.976 and 25 pictures a second were sold as each other. */
  private static final double[] PACES = {
    1,
    25 / 24.0,
    24 / 25.0,
    25 * 1001 / 24000.0,
    24000 / (25 * 1001.0),
    1001 / 1000.0,
    1000 / 1001.0
  };

  private static final double CELL_SECONDS = 0.1;
  private static final double FURTHEST_SECONDS = 120;
  private static final double HOUR = 3600;
  private static final int MOST_HOURS = 99;

  /** Fewer cues fit anywhere. */
  private static final int LEAST_CUES = 6;

  /** More do not say more. */
  private static final int MOST_CUES = 4000;

  private static final double LEAST_SPEECH_SECONDS = 6;

  /** Nobody minds less, and the ends of speech are not known better. */
  private static final double WORTH_TELLING_SECONDS = 0.6;

  private static final double LEAST_AGREEMENT = 0.35;
  private static final double MUCH_BETTER = 0.15;

  /** Another pace must be worth more than another shift: it has more ways to fit by chance. */
  private static final double OTHER_PACE = 0.03;

  /** How speech and subtitles lie over each other. */
  private static final class Overlay {
    private final int[] spokenBefore;
    private final int cells;
    private final List<Cue> cues;

    Overlay(List<Cue> all, List<TimeRange> speech, double film) {
      int step = 1 + all.size() / MOST_CUES;
      cues = IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
      cells = (int) Math.ceil(film / CELL_SECONDS);
      boolean[] spoken = new boolean[cells];
      for (TimeRange range : speech) {
        int to = Math.min(cells, cell(range.endSeconds()));
        for (int i = Math.max(0, cell(range.startSeconds())); i < to; i++) {
          spoken[i] = true;
        }
      }
      spokenBefore = new int[cells + 1];
      for (int i = 0; i < cells; i++) {
        spokenBefore[i + 1] = spokenBefore[i] + (spoken[i] ? 1 : 0);
      }
    }

    private static int cell(double seconds) {
      return (int) Math.round(seconds / CELL_SECONDS);
    }

    double spokenSeconds() {
      return spokenBefore[cells] * CELL_SECONDS;
    }

    /** -1..1; those outside of the film agree with nothing. */
    double agreement(double stretch, double offset) {
      double both = 0;
      double shown = 0;
      double n = cells;
      int shownTo = 0;
      for (Cue cue : cues) {
        int from = cell(cue.startSeconds() * stretch + offset);
        int to = cell(cue.endSeconds() * stretch + offset);
        int a = Math.max(shownTo, Math.max(0, Math.min(cells, from)));
        int b = Math.max(0, Math.min(cells, to));
        int outside = Math.max(0, to - from) - Math.max(0, b - Math.max(0, Math.min(cells, from)));
        shown += outside;
        n += outside;
        if (b > a) {
          both += spokenBefore[b] - spokenBefore[a];
          shown += b - a;
          shownTo = b;
        }
      }
      double spoken = spokenBefore[cells];
      double spread = spoken * (n - spoken) * shown * (n - shown);
      return spread <= 0 ? 0 : (n * both - spoken * shown) / Math.sqrt(spread);
    }
  }

  /**
   * @param cues on the film's clock, also those outside of the film
   * @param speech where somebody speaks, by the sound alone; empty where that is not known
   * @return how to mend them; empty where they fit, or nothing fits better
   */
  public static Optional<SubtitleFit> better(
      List<Cue> cues, List<TimeRange> speech, double filmSeconds) {
    if (cues.isEmpty()) {
      return Optional.empty();
    }
    double hours = wholeHours(cues, filmSeconds);
    Overlay overlay = new Overlay(cues, speech, filmSeconds);
    if (cues.size() < LEAST_CUES || overlay.spokenSeconds() < LEAST_SPEECH_SECONDS) {
      return hours == 0 ? Optional.empty() : Optional.of(new SubtitleFit(1, hours));
    }
    double now = overlay.agreement(1, 0);
    SubtitleFit best = new SubtitleFit(1, 0);
    double most = now;
    for (double pace : PACES) {
      for (double shift = -FURTHEST_SECONDS; shift <= FURTHEST_SECONDS; shift += CELL_SECONDS) {
        double found = overlay.agreement(pace, hours + shift) - (pace == 1 ? 0 : OTHER_PACE);
        if (found > most) {
          most = found;
          // by whole hours and nothing more: nobody shifted it by a tenth of a second besides
          boolean whole = Math.abs(shift) < WORTH_TELLING_SECONDS && (hours != 0 || pace != 1);
          best = new SubtitleFit(pace, rounded(whole ? hours : hours + shift));
        }
      }
    }
    boolean told =
        Math.abs(best.offsetSeconds) >= WORTH_TELLING_SECONDS || moves(best.stretch, filmSeconds);
    if (told && most >= LEAST_AGREEMENT && most >= now + MUCH_BETTER) {
      return Optional.of(best);
    }
    return hours == 0 ? Optional.empty() : Optional.of(new SubtitleFit(1, hours));
  }

  private static boolean moves(double stretch, double filmSeconds) {
    return Math.abs(stretch - 1) * filmSeconds >= WORTH_TELLING_SECONDS;
  }

  /** Programmes begin at ten o'clock: what lies behind the film by whole hours is moved by them. */
  private static double wholeHours(List<Cue> cues, double filmSeconds) {
    double first = cues.get(0).startSeconds();
    if (first < filmSeconds || first < HOUR) {
      return 0;
    }
    double hours = Math.floor(first / HOUR);
    boolean fits = first - hours * HOUR < filmSeconds && hours <= MOST_HOURS;
    return fits ? -hours * HOUR : 0;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }
}
