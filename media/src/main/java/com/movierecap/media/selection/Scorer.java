package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Features;
import com.movierecap.media.TurningPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what speaks for a stretch of film, in points that sum to at most one. How many points there
 * are for what is the style's affair; where a film has no words, or no sound, the rest takes their
 * place.
 */
final class Scorer {
  static final String DIALOGUE = "dialogue";
  static final String SOUND = "sound";
  static final String PICTURE = "picture";
  static final String STRUCTURE = "structure";

  /** Where screenplays turn, as shares of the film, if the analysis does not say. */
  private static final double[] TURNING_POINTS = {0.1, 0.25, 0.5, 0.75, 0.93};

  private static final double[] NONE = {};
  private static final double TURNING_SPREAD = 0.04;

  /** Most points for each reason; they sum to one. */
  private record Points(double dialogue, double sound, double picture, double structure) {
    static Points of(Style style, boolean worded, boolean heard) {
      Points full =
          switch (style) {
            case STORY -> new Points(0.4, 0.2, 0.2, 0.2);
            case TRAILER -> new Points(0.3, 0.2, 0.35, 0.15);
            case DIALOGUE -> new Points(0.65, 0.15, 0.05, 0.15);
            case ACTION -> new Points(0, 0.35, 0.5, 0.15);
          };
      double left =
          (worded ? full.dialogue : 0) + (heard ? full.sound : 0) + full.picture + full.structure;
      return new Points(
          worded ? full.dialogue / left : 0,
          heard ? full.sound / left : 0,
          full.picture / left,
          full.structure / left);
    }
  }

  private final MovieAnalysis analysis;
  private final Style style;
  private final Points points;
  private final double mostSalient;

  Scorer(MovieAnalysis analysis, Style style) {
    this.analysis = analysis;
    this.style = style;
    this.points = Points.of(style, !analysis.cues().isEmpty(), analysis.sound() != null);
    this.mostSalient =
        analysis.sentences().stream().mapToDouble(Sentence::salience).max().orElse(0);
  }

  /** By name, in no order; each rounded to four places, so that their sum is the score exactly. */
  Map<String, Double> reasons(double from, double to) {
    double picture = 0;
    double sound = 0;
    double length = to - from;
    List<Shot> shots = analysis.shots();
    for (int i = firstShot(from); i < shots.size() && shots.get(i).startSeconds() < to; i++) {
      Shot shot = shots.get(i);
      double share =
          Math.max(0, Math.min(to, shot.endSeconds()) - Math.max(from, shot.startSeconds()))
              / length;
      picture += share * picture(shot.features());
      sound += share * sound(shot.features());
    }
    Map<String, Double> reasons = new LinkedHashMap<>();
    reasons.put(DIALOGUE, points(points.dialogue, dialogue(from, to)));
    reasons.put(SOUND, points(points.sound, sound));
    reasons.put(PICTURE, points(points.picture, picture));
    reasons.put(STRUCTURE, points(points.structure, structure(from, to)));
    return reasons;
  }

  private double picture(Features f) {
    // what can hardly be seen is worth little, however it moves
    double light = Math.min(1, f.brightness() / 0.12);
    return light
        * (style == Style.ACTION
            ? 0.75 * f.motion() + 0.1 * f.colour() + 0.15 * f.novelty()
            : 0.3 * f.motion()
                + 0.2 * f.colour()
                + 0.15 * f.sharpness()
                + 0.2 * f.novelty()
                + 0.15 * f.faces());
  }

  private double sound(Features f) {
    return switch (style) {
      case STORY -> 0.7 * f.loudness() + 0.3 * f.speech();
      case TRAILER -> 0.5 * f.loudness() + 0.25 * f.music() + 0.25 * f.effects();
      case DIALOGUE -> f.speech();
      case ACTION -> 0.6 * f.loudness() + 0.4 * f.effects();
    };
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
    for (TurningPoint point : analysis.turningPoints()) {
      boolean inside = to > point.startSeconds() && from < point.endSeconds();
      double away =
          Math.max(point.startSeconds() - to, from - point.endSeconds()) / film / TURNING_SPREAD;
      turning = Math.max(turning, inside ? 1 : Math.exp(-away * away / 2));
    }
    for (double point : analysis.turningPoints().isEmpty() ? TURNING_POINTS : NONE) {
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

  /** Index of the shot on screen then. */
  int firstShot(double seconds) {
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
