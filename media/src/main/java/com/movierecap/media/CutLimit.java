package com.movierecap.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why a lossless recap could only be cut at keyframes, and so may miss its length. */
public enum CutLimit {
  CODEC("codec", "the film is not H.264"),
  CONTAINER("container", "the film is not in MP4, MOV or Matroska"),
  PIXELS("pixels", "the film is neither 4:2:0 nor 4:2:2 of 8 or 10 bits"),
  MIRRORED("mirrored", "the film is mirrored to be shown"),
  OPEN_GROUPS("open-groups", "the film's groups of pictures need each other"),
  PARAMETER_SETS("parameter-sets", "the film's parameter sets leave no room for others");

  private final String label;
  private final String sentence;

  CutLimit(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  @JsonValue
  public String label() {
    return label;
  }

  /** In English, for a terminal. */
  public String sentence() {
    return sentence;
  }

  /**
   * @throws IllegalArgumentException for anything but the labels
   */
  @JsonCreator
  public static CutLimit of(String label) {
    return Arrays.stream(values())
        .filter(l -> l.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("cut limit " + label));
  }
}
