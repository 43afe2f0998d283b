package com.movierecap.portal.page;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for many times while it is written, and the business once, when it is first
 * needed. For beans of one request, which one thread at a time uses.
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> read;
  private @Nullable T known;

  /**
   * @param read gives it, never null; where it throws, the next one who asks has it read again
   */
  public Once(Supplier<T> read) {
    this.read = read;
  }

  @Override
  public T get() {
    var here = known;
    if (here == null) {
      here = read.get();
      known = here;
    }
    return here;
  }
}
