package com.movierecap.rules.example.round.one;

import com.movierecap.rules.example.round.other.Other;
import org.jspecify.annotations.Nullable;

/** Knows the one that knows it. */
public final class One {
  public @Nullable Other other;
}
