package com.movierecap.media.evaluation;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Kind;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.evaluation.KindsFilm.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well black, logos, titles and credits are told from story, in seconds of film. Titles and
 * logos count as one where only what is left out matters. Chance calls as much of the film by each
 * name, anywhere: its precision is the kind's share of the film.
 */
final class KindFigures {
  /** Films that thresholds were set with, and films not looked at then. */
  static final long DEVELOPMENT = 100;

  static final long HELD_OUT = 900;

  private static final double STEP = 0.1;

  private final Path folder;

  KindFigures(Path folder) {
    this.folder = folder;
  }

  /** Seconds by true and found kind, and by the name of what is shown and whether it was kept. */
  static final class Seconds {
    private final double[][] seconds = new double[Kind.values().length][Kind.values().length];
    private final Map<String, double[]> kept = new TreeMap<>();
    private double all;

    double precision(Kind kind) {
      double found = 0;
      for (double[] row : seconds) {
        found += row[kind.ordinal()];
      }
      return found == 0 ? 1 : seconds[kind.ordinal()][kind.ordinal()] / found;
    }

    double recall(Kind kind) {
      return seconds[kind.ordinal()][kind.ordinal()] / truth(kind);
    }

    double chance(Kind kind) {
      return truth(kind) / all;
    }

    /** Share of that which is not story that is kept out of recaps. */
    double keptOut() {
      double out = 0;
      double none = 0;
      for (Kind kind : Kind.values()) {
        if (kind != Kind.STORY) {
          none += truth(kind);
          out += truth(kind) - seconds[kind.ordinal()][Kind.STORY.ordinal()];
        }
      }
      return out / none;
    }

    private double truth(Kind kind) {
      double sum = 0;
      for (double s : seconds[kind.ordinal()]) {
        sum += s;
      }
      return sum;
    }
  }

  Seconds measure(long half, int films) {
    Seconds sum = new Seconds();
    for (long seed = half; seed < half + films; seed++) {
      Path file = folder.resolve("kinds-" + seed + ".mp4");
      KindsFilm film = new KindsFilm(seed);
      if (!Files.exists(file)) {
        film.write(file);
      }
      MovieAnalysis analysis =
          new FilmAnalyser().analyse(file, null, Accuracy.NORMAL, (s, d) -> {});
      for (Part part : film.parts()) {
        double[] kept = sum.kept.computeIfAbsent(part.name(), n -> new double[2]);
        // fading in and out is neither
        for (double t = part.start() + 0.3; t < part.end() - 0.3; t += STEP) {
          Kind found = at(analysis, t);
          sum.seconds[part.kind().ordinal()][found.ordinal()] += STEP;
          sum.all += STEP;
          kept[0] += found == Kind.STORY ? STEP : 0;
          kept[1] += STEP;
        }
      }
    }
    return sum;
  }

  private static Kind at(MovieAnalysis analysis, double seconds) {
    Kind kind = Kind.STORY;
    for (Shot shot : analysis.shots()) {
      kind = shot.startSeconds() <= seconds ? shot.kind() : kind;
    }
    return kind;
  }

  void print() {
    for (long half : new long[] {DEVELOPMENT, HELD_OUT}) {
      Seconds s = measure(half, 8);
      String name = "kinds " + (half == HELD_OUT ? "held-out " : "development ");
      for (Kind kind : Kind.values()) {
        Report.line(name + kind + " precision", s.precision(kind), s.chance(kind), "");
        String goal = kind == Kind.STORY ? ">= 0.99" : ">= 0.7";
        Report.line(name + kind + " recall", s.recall(kind), s.chance(kind), goal);
      }
      Report.line(name + "kept out of what is no story", s.keptOut(), s.chance(Kind.STORY), "");
      s.kept.forEach((shown, k) -> Report.line(name + "kept of: " + shown, k[0] / k[1], ""));
    }
  }
}
