package com.movierecap.portal.recap;

import com.movierecap.recap.Recap;
import java.util.Locale;

/**
 * A recap's shape, known before its first byte has arrived.
 *
 * @param width in pixels, as far as they tell the shape
 */
public record Shape(int width, int height) {
  private static final Shape USUAL = new Shape(16, 9);

  /** As it was ordered, else the film's. */
  static Shape of(Recap recap) {
    var sides = recap.request().rendering().aspect().label().split(":", -1);
    if (sides.length == 2) {
      return new Shape(Integer.parseInt(sides[0]) * 60, Integer.parseInt(sides[1]) * 60);
    }
    return recap
        .movie()
        .facts()
        .filter(facts -> facts.width() > 0 && facts.height() > 0)
        .map(facts -> new Shape(facts.width(), facts.height()))
        .orElse(USUAL);
  }

  /** As a CSS number. */
  public String ratio() {
    return String.format(Locale.ROOT, "%.4f", width / (double) height);
  }
}
