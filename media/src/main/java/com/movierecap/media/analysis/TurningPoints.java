package com.movierecap.media.analysis;

import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.TurningPoint;
import com.movierecap.media.TurningPoint.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses for each of the five turning points of a story (Papalampidi, Keller and Lapata 2019) the
 * scene that shows most signs of one near where it usually lies: a place not seen before, loudness,
 * movement, a quickened cutting, and sentences that say much. Position is a prior of 6 % of the
 * film around the usual place, not the answer.
 */
final class TurningPoints {
  private static final double[] PLACES = {0.10, 0.25, 0.50, 0.75, 0.93};
  private static final double SPREAD = 0.06;

  /** Longer scenes are told by their strongest stretch of this length. */
  private static final double LONGEST_SHARE = 0.08;

  private TurningPoints() {}

  static List<TurningPoint> of(
      List<Scene> scenes,
      List<Shot> shots,
      List<Sentence> sentences,
      SceneGrouper.Similarity looks) {
    double film = shots.get(shots.size() - 1).endSeconds();
    double[] evidence = evidence(scenes, shots, sentences, looks);
    List<TurningPoint> points = new ArrayList<>();
    int after = 0;
    for (Kind kind : Kind.values()) {
      int left = Kind.values().length - kind.ordinal();
      double best = Double.NEGATIVE_INFINITY;
      int chosen = -1;
      for (int i = after; i <= scenes.size() - left; i++) {
        Scene scene = scenes.get(i);
        double place = PLACES[kind.ordinal()] * film;
        // how far the scene is from the place; none where it covers it
        double off =
            Math.max(0, Math.max(scene.startSeconds() - place, place - scene.endSeconds())) / film;
        double score = evidence[i] - off * off / (2 * SPREAD * SPREAD);
        boolean story =
            shots.subList(scene.firstShot(), scene.lastShot() + 1).stream()
                .anyMatch(s -> s.kind() == Shot.Kind.STORY);
        score -= story ? 0 : 10;
        if (score > best) {
          best = score;
          chosen = i;
        }
      }
      if (chosen >= 0) {
        points.add(window(kind, scenes.get(chosen), film));
        after = chosen + 1;
      }
    }
    return List.copyOf(points);
  }

  private static TurningPoint window(Kind kind, Scene scene, double film) {
    double place = PLACES[kind.ordinal()] * film;
    double length =
        Math.min(scene.endSeconds() - scene.startSeconds(), Math.max(20, LONGEST_SHARE * film));
    double start =
        Math.max(scene.startSeconds(), Math.min(scene.endSeconds() - length, place - length / 2));
    return new TurningPoint(kind, start, start + length);
  }

  /** Sum of ranks 0..1 within the film, so about 0..2.5. */
  private static double[] evidence(
      List<Scene> scenes,
      List<Shot> shots,
      List<Sentence> sentences,
      SceneGrouper.Similarity looks) {
    int n = scenes.size();
    double[] change = new double[n];
    double[] loud = new double[n];
    double[] motion = new double[n];
    double[] pace = new double[n];
    double[] said = new double[n];
    for (int i = 0; i < n; i++) {
      Scene scene = scenes.get(i);
      List<Shot> own = shots.subList(scene.firstShot(), scene.lastShot() + 1);
      loud[i] = own.stream().mapToDouble(s -> s.features().loudness()).max().orElse(0);
      motion[i] = own.stream().mapToDouble(s -> s.features().motion()).average().orElse(0);
      pace[i] = own.size() / Math.max(1, scene.endSeconds() - scene.startSeconds());
      // a place not seen in the scene before
      change[i] = i == 0 ? 0 : looks.distance(scenes.get(i - 1).lastShot(), scene.firstShot());
      said[i] =
          sentences.stream()
              .filter(
                  s ->
                      s.startSeconds() >= scene.startSeconds()
                          && s.startSeconds() < scene.endSeconds())
              .mapToDouble(Sentence::salience)
              .max()
              .orElse(0);
    }
    double[][] ranks = {
      Ranks.of(change), Ranks.of(loud), Ranks.of(motion), Ranks.of(pace), Ranks.of(said)
    };
    double[] weights = {0.5, 0.5, 0.3, 0.3, sentences.isEmpty() ? 0 : 0.9};
    double[] sum = new double[n];
    for (int k = 0; k < ranks.length; k++) {
      for (int i = 0; i < n; i++) {
        sum[i] += weights[k] * ranks[k][i];
      }
    }
    return sum;
  }
}
