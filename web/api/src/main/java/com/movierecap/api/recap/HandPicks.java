package com.movierecap.api.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Pick;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks chosen by hand, in the order they are to be shown. Scores and reasons of picks that were
 * kept may be sent back or left out: the hand is the reason.
 */
public record HandPicks(@Nullable List<@Nullable HandPick> picks) {
  /** A range of the film. */
  public record HandPick(
      @Nullable Double startSeconds,
      @Nullable Double endSeconds,
      @Nullable Double score,
      @Nullable Map<String, Double> reasons,
      @Nullable Double tailSeconds) {}

  List<Pick> checked() {
    if (picks == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "picks");
    }
    return picks.stream().map(HandPicks::checked).toList();
  }

  private static double tail(HandPick pick) {
    double tail = pick.tailSeconds() == null ? 0 : pick.tailSeconds();
    if (!(tail >= 0 && tail <= Pick.LONGEST_TAIL_SECONDS)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "tail_seconds: 0–" + Pick.LONGEST_TAIL_SECONDS);
    }
    return tail;
  }

  private static Pick checked(@Nullable HandPick pick) {
    if (pick == null || pick.startSeconds() == null || pick.endSeconds() == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "start_seconds, end_seconds");
    }
    return new Pick(
        pick.startSeconds(),
        pick.endSeconds(),
        pick.score() == null ? 0 : pick.score(),
        pick.reasons() == null ? Map.of() : pick.reasons(),
        tail(pick));
  }
}
