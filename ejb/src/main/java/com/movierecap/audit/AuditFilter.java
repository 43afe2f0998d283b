package com.movierecap.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the log are wanted. What is null is not asked for.
 *
 * @param actor part of the actor's name, in any case
 * @param from the first moment
 * @param to the moment after the last
 */
public record AuditFilter(
    @Nullable AuditAction action,
    @Nullable String actor,
    @Nullable Boolean done,
    @Nullable Instant from,
    @Nullable Instant to) {
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

  /** The actor as a pattern of SQL's LIKE, with a backslash as its escape. */
  @Nullable String actorPattern() {
    return actor == null || actor.isBlank()
        ? null
        : "%"
            + actor.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1")
            + "%";
  }
}
