package com.movierecap.api.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be in the recap and what must not, in seconds of the film.
 *
 * @param locked are in the recap whatever else is chosen; none by default
 * @param excluded give nothing to it; none by default
 */
public record Ranges(
    @Nullable List<@Nullable Range> locked, @Nullable List<@Nullable Range> excluded) {
  private static final int MOST = 1000;

  /** A stretch of the film. */
  public record Range(@Nullable Double startSeconds, @Nullable Double endSeconds) {}

  List<TimeRange> mustBeIn() {
    return checked(locked, "locked");
  }

  List<TimeRange> mustBeOut() {
    return checked(excluded, "excluded");
  }

  static List<TimeRange> checked(@Nullable List<@Nullable Range> ranges, String field) {
    if (ranges == null) {
      return List.of();
    }
    if (ranges.size() > MOST) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, field + ": 0–" + MOST);
    }
    return ranges.stream().map(range -> checked(range, field)).toList();
  }

  private static TimeRange checked(@Nullable Range range, String field) {
    if (range == null || range.startSeconds() == null || range.endSeconds() == null) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, field + ": start_seconds, end_seconds");
    }
    double start = range.startSeconds();
    double end = range.endSeconds();
    if (!(start >= 0 && end > start && Double.isFinite(end))) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "%s: %s–%s".formatted(field, start, end));
    }
    return new TimeRange(start, end);
  }
}
