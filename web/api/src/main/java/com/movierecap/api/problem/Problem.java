package com.movierecap.api.problem;

import com.movierecap.i18n.Messages;
import com.movierecap.kernel.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type names the kind of problem for ever
 * @param title what happened, in the caller's language, the same each time
 * @param detail what to do about it, in the caller's language
 * @param instance this very occurrence, as {@code urn:uuid:} and the id of the request
 * @param incident for our own faults: what support finds in the log
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable String incident) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://movierecap.com/problems/";

  public static Problem of(
      ProblemType type, Messages words, String requestId, Object... arguments) {
    return new Problem(
        TYPES + type.slug(),
        words.get(type.titleKey()),
        type.status(),
        words.get(type.detailKey(), arguments),
        "urn:uuid:" + requestId,
        null);
  }

  Problem withIncident(String id) {
    return new Problem(type, title, status, detail, instance, id);
  }
}
