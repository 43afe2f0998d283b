package com.movierecap.rules.example.round.other;

import com.movierecap.rules.example.round.one.One;
import org.jspecify.annotations.Nullable;

/** Knows the one that knows it. */
public final class Other {
  public @Nullable One one;
}
