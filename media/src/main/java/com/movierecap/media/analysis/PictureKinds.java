package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Tells what is no story: black, company logos, titles and credits. Careful: a dark scene stays
 * story, since a shot counts as text only where nearly all its pictures show thin bright strokes on
 * a plain ground, and as a logo only early in the film.
 */
final class PictureKinds {
  private static final double NEARLY_ALL = 0.9;
  private static final double MOSTLY = 0.7;

  /** Logos come first: within this share of the film, and never later than three minutes. */
  private static final double LOGO_SHARE = 0.08;

  private static final double LOGO_SECONDS = 180;

  /** Credits are what is left of the film when nothing but text and black follows. */
  private static final double CREDITS_SHARE = 0.8;

  private static final double MOST_SPEECH = 0.5;

  private PictureKinds() {}

  /** What is known of one shot here. */
  record Evidence(
      double start,
      double end,
      List<Look> looks,
      List<Sample> samples,
      double motion,
      double speech) {}

  static Kind[] of(List<Evidence> shots, double filmSeconds) {
    Kind[] kinds = new Kind[shots.size()];
    Arrays.fill(kinds, Kind.STORY);
    boolean[] text = new boolean[kinds.length];
    boolean storyBegan = false;
    for (int i = 0; i < kinds.length; i++) {
      Evidence shot = shots.get(i);
      text[i] = share(shot, s -> s.ground().text()) >= MOSTLY;
      if (shot.looks.stream().filter(Look::black).count() >= NEARLY_ALL * shot.looks.size()) {
        kinds[i] = Kind.BLACK;
      } else if (text[i]) {
        kinds[i] = Kind.TITLE;
      } else if (!storyBegan
          && shot.end < Math.min(LOGO_SECONDS, Math.max(10, LOGO_SHARE * filmSeconds))
          && shot.motion < 4
          && shot.speech < MOST_SPEECH
          && share(shot, s -> s.ground().emblem()) >= MOSTLY) {
        kinds[i] = Kind.LOGO;
      } else {
        storyBegan |= shot.speech > 0 || shot.end > LOGO_SECONDS;
      }
    }
    // from the end backwards: text, and between it black
    int first = kinds.length;
    for (int i = kinds.length - 1; i >= 0; i--) {
      boolean late = shots.get(i).start > CREDITS_SHARE * filmSeconds;
      if (!late || (!text[i] && kinds[i] != Kind.BLACK)) {
        break;
      }
      first = text[i] ? i : first;
    }
    for (int i = first; i < kinds.length; i++) {
      kinds[i] = text[i] ? Kind.CREDITS : kinds[i];
    }
    return kinds;
  }

  private static double share(Evidence shot, java.util.function.Predicate<Sample> is) {
    // fading in and out the letters are faint
    List<Sample> bright = shot.samples.stream().filter(s -> s.ground().drawn() > 0.002).toList();
    if (bright.size() < 0.5 * shot.samples.size()) {
      return 0;
    }
    return bright.stream().filter(is).count() / (double) bright.size();
  }
}
