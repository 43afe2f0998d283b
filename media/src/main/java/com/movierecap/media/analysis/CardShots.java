package com.movierecap.media.analysis;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.shots.Boundary;
import com.movierecap.media.shots.FrameFeatures;
import com.movierecap.media.shots.ShotDetector;
import com.movierecap.media.titles.TitleCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts a shot where it holds both a camera's pictures and a card. Small letters that come up on
 * black change too little of the picture to be a boundary for {@link ShotDetector}.
 */
final class CardShots {
  /** A shorter card is not worth a shot. */
  private static final double CARD_SECONDS = 0.8;

  /** A shorter rest is the card's own coming or going. */
  private static final double REST_SECONDS = 0.5;

  private static final int LEAST_PICTURES = 2;

  private CardShots() {}

  /** The boundaries and those found by cards, in order. */
  static List<Boundary> parted(
      List<Boundary> boundaries, List<FrameFeatures> looks, Samples samples) {
    List<Boundary> all = new ArrayList<>(boundaries);
    int from = 0;
    for (int i = 0; i <= boundaries.size(); i++) {
      int to = i < boundaries.size() ? boundaries.get(i).look() : looks.size();
      if (to > from && seconds(looks, to) - seconds(looks, from) >= CARD_SECONDS + REST_SECONDS) {
        part(from, to, looks, samples, all);
      }
      from = to;
    }
    all.sort(Comparator.comparingInt(Boundary::look));
    return all;
  }

  private static void part(
      int from, int to, List<FrameFeatures> looks, Samples samples, List<Boundary> found) {
    List<Sample> seen = samples.between(from, to);
    int last = from;
    int at = 0;
    while (at < seen.size()) {
      if (!seen.get(at).card().credits()) {
        at++;
        continue;
      }
      int end = at;
      for (int k = at; k < seen.size() && (lettered(seen, k) || single(seen, k)); k++) {
        end = lettered(seen, k) ? k + 1 : end;
      }
      int begins = begin(seen, at, looks, last);
      int ends = end < seen.size() ? begin(seen, end, looks, begins) : to;
      at = end;
      if (seconds(looks, ends) - seconds(looks, begins) < CARD_SECONDS) {
        continue;
      }
      if (rests(last, begins, looks, seen)) {
        found.add(new Boundary(begins, Transition.CUT));
      }
      if (rests(ends, to, looks, seen)) {
        found.add(new Boundary(ends, Transition.CUT));
        last = ends;
      }
    }
  }

  private static boolean lettered(List<Sample> seen, int at) {
    TitleCard card = seen.get(at).card();
    return card.text() || card.beside();
  }

  /** Whether the looks {@code from..to} hold a camera's pictures, and not bare ground alone. */
  private static boolean rests(int from, int to, List<FrameFeatures> looks, List<Sample> seen) {
    return seconds(looks, to) - seconds(looks, from) >= REST_SECONDS
        && seen.stream()
                .filter(s -> s.look() >= from && s.look() < to && s.card().equals(TitleCard.NONE))
                .count()
            >= LEAST_PICTURES;
  }

  /** One picture that is none of a card, among those that are. */
  private static boolean single(List<Sample> seen, int at) {
    return at + 1 < seen.size() && lettered(seen, at + 1);
  }

  /** Between that sample and the one before, the look that changed most. */
  private static int begin(List<Sample> seen, int at, List<FrameFeatures> looks, int notBefore) {
    int most = seen.get(at).look();
    int after = at == 0 ? most : seen.get(at - 1).look() + 1;
    for (int look = Math.max(after, notBefore); look < seen.get(at).look(); look++) {
      most = looks.get(look).score() > looks.get(most).score() ? look : most;
    }
    return most;
  }

  private static double seconds(List<FrameFeatures> looks, int look) {
    return looks.get(Math.min(look, looks.size() - 1)).seconds();
  }
}
