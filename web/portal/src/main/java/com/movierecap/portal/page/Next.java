package com.movierecap.portal.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page that follows a step.
 *
 * @param page its address within the portal
 * @param done the key of what is said there, or null for nothing
 * @param arguments of those words
 */
public record Next(String page, @Nullable String done, List<Object> arguments) {
  public static Next page(String page) {
    return new Next(page, null, List.of());
  }

  /** A page that is about one thing. */
  public static Next page(String page, UUID id) {
    return page(Pages.of(page, id));
  }

  /**
   * @param key of what is said on that page
   */
  public Next saying(String key, Object... words) {
    return new Next(page, key, List.of(words));
  }
}
