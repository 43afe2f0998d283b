package com.movierecap.media.selection;

import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;

/**
 * How long moments are. Longer recaps breathe more; a trailer becomes faster towards its end.
 *
 * @param shortest length of a moment in pictures, at the film's start
 * @param last the same at the end of what may be chosen
 * @param end in pictures
 */
record Tempo(int shortest, int last, int end) {
  private static final double SHORTEST_SECONDS = 1.25;
  private static final double LONGEST_SHORTEST_SECONDS = 3;

  /** A cut every second or so is as fast as can still be followed. */
  private static final double FASTEST_SECONDS = 0.8;

  private static final int MOMENTS = 16;

  static Tempo of(RecapRequest request, FrameGrid grid, int wanted, int end) {
    double usual =
        Math.min(
            LONGEST_SHORTEST_SECONDS,
            Math.max(SHORTEST_SECONDS, request.lengthSeconds() / MOMENTS));
    int shortest = frames(grid, usual, wanted);
    if (request.style() != Style.TRAILER) {
      return new Tempo(shortest, shortest, end);
    }
    return new Tempo(
        frames(grid, 1.5 * usual, wanted),
        frames(grid, Math.max(FASTEST_SECONDS, 0.35 * usual), wanted),
        end);
  }

  private static int frames(FrameGrid grid, double seconds, int wanted) {
    return Math.max(1, Math.min(wanted, grid.framesOf(seconds)));
  }

  int shortestAt(int place) {
    return shortest + (int) Math.round((last - shortest) * (place / (double) Math.max(1, end)));
  }

  int fastest() {
    return Math.min(shortest, last);
  }

  int slowest() {
    return Math.max(shortest, last);
  }
}
