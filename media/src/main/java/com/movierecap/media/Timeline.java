package com.movierecap.media;

import java.util.List;

/** The picks in the order they are shown. */
public record Timeline(List<Pick> picks) {
  public double lengthSeconds() {
    return picks.stream().mapToDouble(Pick::lengthSeconds).sum();
  }
}
