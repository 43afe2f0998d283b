package com.movierecap.media.evaluation;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import com.movierecap.media.TurningPoint;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.selection.PickSelector;
import com.movierecap.media.subtitles.SubtitleInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How good the choice is: whether what matters is in it, whether anything is cut short, shown twice
 * or passed over. Beside each figure stands what as many picks of the same lengths reach at random
 * places (Otani et al., Rethinking the Evaluation of Video Summaries, 2019).
 */
final class RecapFigures {
  static final double LENGTH_SECONDS = 40;
  private static final int RANDOM_ROUNDS = 200;

  private final Path folder;
  private final long[] seeds;
  private final int shots;

  /**
   * @param seeds of the films
   * @param shots in each
   */
  RecapFigures(Path folder, long[] seeds, int shots) {
    this.folder = folder;
    this.seeds = seeds;
    this.shots = shots;
  }

  /** Means over all films, of the engine and of chance. */
  record Figures(
      double recall,
      double chanceRecall,
      double wordsCut,
      double chanceWordsCut,
      double windows,
      double chanceWindows,
      double repeats,
      double chanceRepeats,
      double worstLengthError,
      double longestGap,
      double chanceLongestGap) {}

  Figures measure() {
    double[] ours = new double[5];
    double[] chance = new double[5];
    double lengthError = 0;
    for (long seed : seeds) {
      PlantedFilm film = PlantedFilm.make(folder, seed, shots);
      MovieAnalysis analysis =
          new FilmAnalyser()
              .analyse(
                  film.film(),
                  SubtitleInput.of(film.subtitles()),
                  Accuracy.NORMAL,
                  (stage, done) -> {});
      RecapRequest request =
          RecapRequest.story(LENGTH_SECONDS, Rendering.of(Aspect.SOURCE, Captions.SOFT));
      List<Pick> picks = new PickSelector().select(analysis, request).picks();
      double length = picks.stream().mapToDouble(Pick::lengthSeconds).sum();
      lengthError = Math.max(lengthError, Math.abs(length - LENGTH_SECONDS));
      add(ours, judge(film, analysis, ranges(picks)), 1.0 / seeds.length);
      Random random = new Random(seed);
      for (int round = 0; round < RANDOM_ROUNDS; round++) {
        List<TimeRange> blind = scattered(ranges(picks), film.seconds(), random);
        add(chance, judge(film, analysis, blind), 1.0 / seeds.length / RANDOM_ROUNDS);
      }
    }
    return new Figures(
        ours[0],
        chance[0],
        ours[1],
        chance[1],
        ours[2],
        chance[2],
        ours[3],
        chance[3],
        lengthError,
        ours[4],
        chance[4]);
  }

  void print() {
    Figures f = measure();
    Report.line("planted highlights recalled, share", f.recall, f.chanceRecall, ">= 0.8");
    Report.line("cues cut short, a recap", f.wordsCut, f.chanceWordsCut, "0");
    Report.line("turning-point windows shown, share", f.windows, f.chanceWindows, "1");
    Report.line("picks that show another again", f.repeats, f.chanceRepeats, "0");
    Report.line("longest stretch passed over, share", f.longestGap, f.chanceLongestGap, "<= 0.2");
    Report.line("worst error of length, seconds", f.worstLengthError, "<= 0.5");
  }

  private static void add(double[] to, double[] values, double weight) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * values[i];
    }
  }

  /** Recall, cues cut, windows shown, repeats, longest gap. */
  private static double[] judge(PlantedFilm film, MovieAnalysis analysis, List<TimeRange> picks) {
    double found =
        film.planted().stream().filter(p -> shown(p, picks) >= 0.5 * p.lengthSeconds()).count();
    double cut =
        analysis.cues().stream().filter(c -> picks.stream().anyMatch(p -> cuts(p, c))).count();
    List<TurningPoint> points = analysis.turningPoints();
    double windows =
        points.stream()
            .filter(t -> shown(new TimeRange(t.startSeconds(), t.endSeconds()), picks) > 0)
            .count();
    return new double[] {
      found / film.planted().size(),
      cut,
      points.isEmpty() ? 0 : windows / points.size(),
      repeats(analysis, picks),
      longestGap(picks, film.seconds()) / film.seconds()
    };
  }

  private static boolean cuts(TimeRange pick, Cue cue) {
    double picture = 1 / 24.0 + 1e-6;
    return inside(pick.startSeconds(), cue, picture) || inside(pick.endSeconds(), cue, picture);
  }

  private static boolean inside(double at, Cue cue, double margin) {
    return at > cue.startSeconds() + margin && at < cue.endSeconds() - margin;
  }

  private static double shown(TimeRange range, List<TimeRange> picks) {
    return picks.stream()
        .mapToDouble(
            p ->
                Math.max(
                    0,
                    Math.min(p.endSeconds(), range.endSeconds())
                        - Math.max(p.startSeconds(), range.startSeconds())))
        .sum();
  }

  private static double repeats(MovieAnalysis analysis, List<TimeRange> picks) {
    int repeats = 0;
    for (int i = 0; i < picks.size(); i++) {
      Shot a = mainShot(analysis, picks.get(i));
      for (int k = 0; k < i; k++) {
        Shot b = mainShot(analysis, picks.get(k));
        int bits =
            Long.bitCount(
                Long.parseUnsignedLong(a.hash(), 16) ^ Long.parseUnsignedLong(b.hash(), 16));
        if (a.index() != b.index() && bits <= 10) {
          repeats++;
          break;
        }
      }
    }
    return repeats;
  }

  private static Shot mainShot(MovieAnalysis analysis, TimeRange pick) {
    return Analyses.mainShot(analysis, pick.startSeconds(), pick.endSeconds());
  }

  private static double longestGap(List<TimeRange> picks, double seconds) {
    double last = 0;
    double longest = 0;
    for (TimeRange pick : picks) {
      longest = Math.max(longest, pick.startSeconds() - last);
      last = Math.max(last, pick.endSeconds());
    }
    return Math.max(longest, seconds - last);
  }

  /** The sound's end counts: where it runs on under the next picture nothing is cut. */
  private static List<TimeRange> ranges(List<Pick> picks) {
    return picks.stream()
        .map(p -> new TimeRange(p.startSeconds(), p.endSeconds() + p.tailSeconds()))
        .toList();
  }

  /** As many of the same lengths, anywhere, in order and apart. */
  private static List<TimeRange> scattered(List<TimeRange> picks, double seconds, Random random) {
    double free = seconds - picks.stream().mapToDouble(TimeRange::lengthSeconds).sum();
    List<Double> gaps = new ArrayList<>();
    for (int i = 0; i < picks.size(); i++) {
      gaps.add(free * random.nextDouble());
    }
    gaps.sort(Comparator.naturalOrder());
    List<TimeRange> scattered = new ArrayList<>();
    double used = 0;
    for (int i = 0; i < picks.size(); i++) {
      double length = picks.get(i).lengthSeconds();
      scattered.add(new TimeRange(gaps.get(i) + used, gaps.get(i) + used + length));
      used += length;
    }
    return scattered;
  }
}
