package com.movierecap.rules.example.low;

import java.util.regex.Pattern;

/** Stands on nobody of the house, and on one library. */
public final class Ground {
  public final Pattern pattern = Pattern.compile("x");
}
