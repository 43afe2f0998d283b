package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A stretch of the film in which a story of its length usually turns.
 *
 * @param startSeconds where it begins, at the boundary of a scene
 */
public record TurningPoint(Kind kind, double startSeconds, double endSeconds) {
  /** The five of Papalampidi, Keller and Lapata, Movie Plot Analysis via Turning Points (2019). */
  public enum Kind {
    OPPORTUNITY,
    CHANGE_OF_PLANS,
    POINT_OF_NO_RETURN,
    MAJOR_SETBACK,
    CLIMAX;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
