package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How closely a film is looked at: the closer, the longer it takes. */
public enum Accuracy {
  /** Key pictures only: a first idea within seconds. Boundaries are rough. */
  PREVIEW,
  /** Pictures that no other refers to are left out; boundaries are exact all the same. */
  NORMAL,
  /** Every picture is decoded. */
  ACCURATE;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Accuracy of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
