package com.movierecap.kernel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next the cursor of the page behind it, or null on the last one
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

  /** What was asked: at most {@code limit} items older than {@code after}. */
  public record Request(int limit, @Nullable UUID after) {
    public static final int MAX_LIMIT = 200;

    public Request {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new ProblemException(ProblemType.INVALID_REQUEST, "limit: 1–" + MAX_LIMIT);
      }
    }
  }

  /** Cuts a result that was fetched with one item more than the limit. */
  public static <T> Page<T> of(
      List<T> oneMore, Request request, java.util.function.Function<T, UUID> id) {
    if (oneMore.size() <= request.limit()) {
      return new Page<>(List.copyOf(oneMore), null);
    }
    var items = List.copyOf(oneMore.subList(0, request.limit()));
    return new Page<>(items, id.apply(items.get(items.size() - 1)));
  }
}
