package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Told how far a long step has come. Called often and from one thread. */
@FunctionalInterface
public interface Progress {
  enum Stage {
    PROBE,
    ANALYSE,
    SELECT,
    RENDER;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Stage of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @param done 0..1 within the stage
   */
  void at(Stage stage, double done);
}
