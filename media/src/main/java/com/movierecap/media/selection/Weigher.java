package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what speaks for a stretch of film, in points that sum to at most one. With subtitles words
 * count most; without them the sound and the picture take their place.
 */
final class Weigher {
  static final String DIALOGUE = "dialogue";
  static final String SOUND = "sound";
  static final String PICTURE = "picture";
  static final String STRUCTURE = "structure";

  /** Where screenplays turn, as shares of the film (TRIPOD's five turning points). */
  private static final double[] TURNING_POINTS = {0.1, 0.25, 0.5, 0.75, 0.93};

  private static final double TURNING_SPREAD = 0.04;

  private final MovieAnalysis analysis;
  private final double mostSalient;

  Weigher(MovieAnalysis analysis) {
    this.analysis = analysis;
    this.mostSalient =
        analysis.sentences().stream().mapToDouble(Sentence::salience).max().orElse(0);
  }

  Map<String, Double> reasons(double from, double to) {
    boolean worded = !analysis.cues().isEmpty();
    boolean heard = analysis.sound() != null;
    double dialogue = worded ? dialogue(from, to) : 0;
    double motion = 0;
    double picture = 0;
    double sound = 0;
    double speech = 0;
    double length = to - from;
    List<Shot> shots = analysis.shots();
    for (int i = firstShot(from); i < shots.size() && shots.get(i).startSeconds() < to; i++) {
      Shot shot = shots.get(i);
      double share =
          Math.max(0, Math.min(to, shot.endSeconds()) - Math.max(from, shot.startSeconds()))
              / length;
      Shot.Features f = shot.features();
      // what can hardly be seen is worth little, however it moves
      double light = Math.min(1, f.brightness() / 0.12);
      motion += share * f.motion();
      picture +=
          share
              * light
              * (0.35 * f.motion() + 0.2 * f.colour() + 0.2 * f.sharpness() + 0.25 * f.novelty());
      sound += share * f.loudness();
      speech += share * f.speech();
    }
    double heardPoints = heard ? 0.7 * sound + 0.3 * speech : 0;
    double structure = structure(from, to);
    Map<String, Double> reasons = new LinkedHashMap<>();
    reasons.put(DIALOGUE, points(worded ? 0.4 : 0, dialogue));
    reasons.put(SOUND, points(worded ? 0.2 : heard ? 0.35 : 0, heardPoints));
    reasons.put(PICTURE, points(worded ? 0.2 : heard ? 0.4 : 0.7, picture));
    reasons.put(STRUCTURE, points(worded ? 0.2 : heard ? 0.25 : 0.3, structure));
    return reasons;
  }

  private static double points(double most, double value) {
    return Math.round(1e4 * most * Math.max(0, Math.min(1, value))) / 1e4;
  }

  /** The best sentence counts most; a second good one adds. */
  private double dialogue(double from, double to) {
    List<Sentence> sentences = analysis.sentences();
    double best = 0;
    double rest = 0;
    for (int i = firstSentence(from); i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      if (s.startSeconds() >= to) {
        break;
      }
      double length = Math.max(0.01, s.endSeconds() - s.startSeconds());
      double share =
          Math.max(0, Math.min(to, s.endSeconds()) - Math.max(from, s.startSeconds())) / length;
      // half a sentence says nothing
      double worth = share > 0.9 ? s.salience() : 0.3 * share * s.salience();
      rest += Math.min(best, worth);
      best = Math.max(best, worth);
    }
    return mostSalient == 0 ? 0 : Math.min(1, (0.85 * best + 0.15 * rest) / mostSalient);
  }

  private double structure(double from, double to) {
    double film = analysis.movie().durationSeconds();
    double middle = (from + to) / 2 / film;
    double turning = 0;
    for (double point : TURNING_POINTS) {
      double away = (middle - point) / TURNING_SPREAD;
      turning = Math.max(turning, Math.exp(-away * away / 2));
    }
    double opening = 0;
    for (Scene scene : analysis.scenes()) {
      if (scene.startSeconds() >= from - 0.1 && scene.startSeconds() < to) {
        opening = 1;
      }
    }
    // logos at the start, credits at the end
    double edge = middle < 0.02 || middle > 0.96 ? 0 : 1;
    return 0.5 * turning + 0.3 * edge + 0.2 * opening;
  }

  private int firstShot(double seconds) {
    List<Shot> shots = analysis.shots();
    int low = 0;
    int high = shots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shots.get(middle).endSeconds() <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstSentence(double seconds) {
    List<Sentence> sentences = analysis.sentences();
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).endSeconds() <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
