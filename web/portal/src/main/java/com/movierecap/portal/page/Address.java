package com.movierecap.portal.page;

import com.movierecap.kernel.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids from an address: what is no UUID names nothing. */
public final class Address {
  private Address() {}

  public static @Nullable UUID of(@Nullable String text) {
    return text == null || text.isBlank() ? null : id(text);
  }

  /**
   * @throws ProblemException where there is none
   */
  public static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }
}
