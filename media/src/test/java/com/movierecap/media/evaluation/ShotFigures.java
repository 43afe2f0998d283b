package com.movierecap.media.evaluation;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.evaluation.EvaluationFilm.Kind;
import com.movierecap.media.evaluation.EvaluationFilm.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How well shot boundaries are found. */
final class ShotFigures {
  /** Films to develop with; thresholds were set looking at these. */
  static final long DEVELOPMENT = 1000;

  /** Films never looked at while thresholds were set. */
  static final long HELD_OUT = 5000;

  private static final List<String> ADAPTIVE = List.of("-c:v", "libx264", "-preset", "veryfast");
  private static final List<String> FIXED =
      List.of(
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-x264-params",
          "scenecut=0:keyint=48:min-keyint=48:bframes=3:b-pyramid=normal");
  private static final List<String> VP8 =
      List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "1500k");
  private static final List<String> MPEG4 = List.of("-c:v", "mpeg4", "-q:v", "4", "-bf", "2");

  /** Each: a mixture of one way to film, one rate of pictures and one encoder. */
  static final List<Kind> KINDS =
      List.of(
          new Kind("day-24-adaptive", "24", false, ADAPTIVE, 1, 1, 0, 0.25),
          new Kind("day-25-fixed", "25", false, FIXED, 1, 0.9, 3, 0.25),
          new Kind("night-24-adaptive", "24000/1001", false, ADAPTIVE, 1, 0.2, 3, 0.2),
          new Kind("dusk-25-fixed", "25", false, FIXED, 1, 0.4, 6, 0.2),
          new Kind("fast-24-fixed", "24", false, FIXED, 2, 1, 2, 0.05),
          new Kind("fast-30-adaptive", "30000/1001", false, ADAPTIVE, 2, 0.8, 0, 0.05),
          new Kind("slow-25-vp8", "25", false, VP8, 0, 1, 2, 0.5),
          new Kind("day-60-adaptive", "60", false, ADAPTIVE, 1, 1, 2, 0.2),
          new Kind("day-30-mpeg4", "30000/1001", false, MPEG4, 1, 1, 0, 0.25),
          new Kind("variable-30-adaptive", "30", true, ADAPTIVE, 1, 0.8, 2, 0.25));

  private final Path folder;
  private final int shots;

  /**
   * @param folder for the films; those that lie there already are used again
   * @param shots in each film
   */
  ShotFigures(Path folder, int shots) {
    this.folder = folder;
    this.shots = shots;
  }

  /** Agreement by tolerance in pictures. */
  record Result(List<Agreement> found, List<Agreement> chance) {}

  Result measure(List<Kind> kinds, long half, Accuracy accuracy, boolean verbose) {
    List<Agreement> found = new ArrayList<>();
    List<Agreement> chance = new ArrayList<>();
    for (int tolerance = 0; tolerance <= 2; tolerance++) {
      found.add(new Agreement(tolerance));
      chance.add(new Agreement(tolerance));
    }
    for (Kind kind : kinds) {
      long seed = half + kind.name().hashCode() % 997;
      EvaluationFilm film = new EvaluationFilm(kind, seed, shots);
      String extension = kind.encoder().contains("libvpx") ? ".webm" : ".mp4";
      Path file = folder.resolve(half + "-" + shots + "-" + kind.name() + extension);
      if (!Files.exists(file)) {
        film.write(file);
      }
      Truth truth = film.truth();
      MovieAnalysis analysis = new FilmAnalyser().analyse(file, null, accuracy, (s, d) -> {});
      List<Integer> places = new ArrayList<>();
      List<Boolean> gradual = new ArrayList<>();
      for (Shot shot : analysis.shots().subList(1, analysis.shots().size())) {
        places.add((int) shot.startFrame());
        gradual.add(shot.transition() != Transition.CUT);
      }
      Agreement alone = new Agreement(1);
      alone.add(truth, places, gradual);
      found.forEach(a -> a.add(truth, places, gradual));
      chance.forEach(a -> a.addChance(truth, gradual, seed));
      if (verbose) {
        Report.line(half + " " + accuracy.label() + " " + kind.name() + " cuts", alone.f1(), "");
        Report.line(
            half + " " + accuracy.label() + " " + kind.name() + " slow", alone.slowF1(), "");
      }
    }
    return new Result(found, chance);
  }

  /** Prints all figures of both halves and both accuracies. */
  void print() {
    for (long half : new long[] {DEVELOPMENT, HELD_OUT}) {
      for (Accuracy accuracy : new Accuracy[] {Accuracy.NORMAL, Accuracy.ACCURATE}) {
        Result result = measure(KINDS, half, accuracy, true);
        String name =
            "shots " + (half == HELD_OUT ? "held-out " : "development ") + accuracy.label();
        for (int tolerance = 0; tolerance < result.found.size(); tolerance++) {
          Agreement f = result.found.get(tolerance);
          Agreement c = result.chance.get(tolerance);
          String at = name + " tolerance " + tolerance;
          Report.line(at + " cut precision", f.precision(), c.precision(), "");
          Report.line(at + " cut recall", f.recall(), c.recall(), "");
          Report.line(at + " cut F1", f.f1(), c.f1(), tolerance == 1 ? ">= 0.95" : "");
        }
        Agreement a = result.found.get(1);
        Agreement c = result.chance.get(1);
        Report.line(name + " gradual precision", a.slowPrecision(), c.slowPrecision(), "");
        Report.line(name + " gradual recall", a.slowRecall(), c.slowRecall(), "");
        Report.line(name + " gradual F1", a.slowF1(), c.slowF1(), ">= 0.75");
      }
    }
  }
}
