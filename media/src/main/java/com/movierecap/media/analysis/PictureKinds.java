package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Kind;
import com.movierecap.media.shots.FrameFeatures;
import com.movierecap.media.titles.TitleCard;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells what is no story: black, company logos, titles and credits. Careful: a shot of story left
 * out is worse than a title left in. So a shot counts as a title only where nearly all its pictures
 * are cards, as a logo only before the story has begun, and rolling letters only where nothing but
 * text and black follows.
 */
final class PictureKinds {
  private static final double NEARLY_ALL = 0.9;
  private static final double MOSTLY = 0.7;

  /** Fading in and out letters are too faint to be told; as much of the shot must show them. */
  private static final double LEAST_SHOWN = 0.3;

  /** Logos come first: within this share of the film, or the first {@link #LOGO_SECONDS}. */
  private static final double LOGO_SHARE = 0.06;

  private static final double LOGO_SECONDS = 60;

  /** In a film of a minute or two the logos are not half of it. */
  private static final double MOST_LOGOS = 0.2;

  /** Credits lie behind that share of the film. */
  static final double CREDITS_SHARE = 0.7;

  private static final double MOST_SPEECH = 0.5;

  private PictureKinds() {}

  /** What is known of one shot here. */
  record Evidence(
      double start,
      double end,
      List<FrameFeatures> looks,
      List<Sample> samples,
      double motion,
      double speech) {
    /** Share of the pictures that show anything. */
    double share(Predicate<TitleCard> is) {
      List<TitleCard> shown = samples.stream().map(Sample::card).filter(c -> !c.bare()).toList();
      if (shown.isEmpty() || shown.size() < LEAST_SHOWN * samples.size()) {
        return 0;
      }
      return shown.stream().filter(is).count() / (double) shown.size();
    }

    /** Plain pictures and nothing else, as before a logo appears. */
    boolean bare() {
      return samples.stream().map(Sample::card).allMatch(TitleCard::bare);
    }

    boolean black() {
      return looks.stream().filter(FrameFeatures::black).count() >= NEARLY_ALL * looks.size();
    }
  }

  static Kind[] of(List<Evidence> shots, double filmSeconds) {
    Kind[] kinds = new Kind[shots.size()];
    Arrays.fill(kinds, Kind.STORY);
    double logosEnd =
        Math.min(MOST_LOGOS * filmSeconds, Math.max(LOGO_SECONDS, LOGO_SHARE * filmSeconds));
    boolean storyBegan = false;
    for (int i = 0; i < kinds.length; i++) {
      Evidence shot = shots.get(i);
      if (shot.black()) {
        kinds[i] = Kind.BLACK;
      } else if (shot.share(TitleCard::title) >= MOSTLY) {
        kinds[i] = Kind.TITLE;
      } else if (!storyBegan
          && shot.end <= logosEnd
          && shot.speech < MOST_SPEECH
          && shot.share(c -> c.emblem() || c.title()) >= MOSTLY) {
        kinds[i] = Kind.LOGO;
      } else {
        storyBegan |= !shot.bare();
      }
    }
    int first = creditsBegin(shots, kinds, filmSeconds);
    for (int i = first; i < kinds.length; i++) {
      kinds[i] = kinds[i] == Kind.BLACK ? Kind.BLACK : Kind.CREDITS;
    }
    for (int i = 0; i + 1 < kinds.length; i++) {
      // the empty ground of what follows
      boolean before = kinds[i] == Kind.STORY && kinds[i + 1] != Kind.STORY;
      kinds[i] = before && shots.get(i).bare() ? kinds[i + 1] : kinds[i];
    }
    return kinds;
  }

  /** From the end backwards: text, and between it black. */
  private static int creditsBegin(List<Evidence> shots, Kind[] kinds, double filmSeconds) {
    int first = kinds.length;
    for (int i = kinds.length - 1; i >= 0; i--) {
      Evidence shot = shots.get(i);
      boolean text = shot.share(TitleCard::credits) >= MOSTLY;
      // after the credits a company may show its logo once more
      boolean goesOn = text || kinds[i] == Kind.BLACK || shot.share(TitleCard::emblem) >= MOSTLY;
      if (shot.start < CREDITS_SHARE * filmSeconds || !goesOn) {
        break;
      }
      first = text ? i : first;
    }
    return first;
  }
}
