package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.BitSet;

/**
 * Which pictures may be chosen, and which must be. Left out are ranges the customer excludes, then
 * black, logos, titles and credits (but for the end of what is said over their first or last
 * picture), then the ending where it is not to be told; where so much is asked for that this leaves
 * too little, titles come back first and as little as possible of the ending after them, but never
 * what was excluded.
 */
final class Scope {
  private static final double WITHOUT_SPOILERS = 0.75;

  private final BitSet open;
  private final BitSet locked;
  private final int frames;

  private Scope(BitSet open, BitSet locked, int frames) {
    this.open = open;
    this.locked = locked;
    this.frames = frames;
  }

  /**
   * @param wanted length of the recap in pictures
   * @throws UnusableInputException where more is locked than asked for, or less is left
   */
  static Scope of(MovieAnalysis analysis, RecapRequest request, FrameGrid grid, int wanted) {
    int frames = grid.frames();
    BitSet locked = new BitSet();
    for (TimeRange range : request.locked()) {
      locked.set(grid.place(range.startSeconds()), grid.place(range.endSeconds()));
    }
    if (locked.cardinality() > wanted) {
      throw new UnusableInputException(Reason.LOCKED_TOO_LONG);
    }
    BitSet excluded = new BitSet();
    for (TimeRange range : request.excluded()) {
      close(excluded, grid, range);
    }
    excluded.andNot(locked);
    if (frames - excluded.cardinality() < wanted) {
      throw new UnusableInputException(Reason.EXCLUDED_TOO_MUCH);
    }
    BitSet story = new BitSet();
    story.set(0, frames);
    story.andNot(excluded);
    BitSet all = (BitSet) story.clone();
    story.andNot(noStory(analysis, grid));
    boolean told = request.spoilers() && request.style() != Style.TRAILER;
    int ending = told ? frames : grid.placeOutsideCue((int) (WITHOUT_SPOILERS * frames));
    for (BitSet most : new BitSet[] {story, all}) {
      BitSet before = (BitSet) most.clone();
      before.clear(ending, Math.max(ending, frames));
      before.or(locked);
      closeSplinters(before, locked, grid);
      if (before.cardinality() >= wanted) {
        return new Scope(before, locked, frames);
      }
    }
    BitSet enough = (BitSet) all.clone();
    enough.or(locked);
    closeSplinters(enough, locked, grid);
    if (enough.cardinality() < wanted) {
      throw new UnusableInputException(Reason.EXCLUDED_TOO_MUCH);
    }
    int surplus = enough.cardinality() - wanted;
    for (int f = enough.previousSetBit(frames); surplus > 0 && f >= 0; f--) {
      if (enough.get(f) && !locked.get(f)) {
        enough.clear(f);
        surplus--;
      }
    }
    // what is left of the last stretch is to be long enough to be seen
    for (int f = enough.length(); f < frames && splinter(enough, locked, grid); f++) {
      if (!all.get(f)) {
        break;
      }
      enough.set(f);
    }
    return new Scope(enough, locked, frames);
  }

  /** Runs of such shots, less what is said over their edges, and black over which nothing is. */
  private static BitSet noStory(MovieAnalysis analysis, FrameGrid grid) {
    BitSet shown = new BitSet();
    for (Shot shot : analysis.shots()) {
      if (shot.kind() != Shot.Kind.STORY) {
        shown.set(grid.place(shot.startSeconds()), grid.place(shot.endSeconds()));
      }
    }
    BitSet closed = new BitSet();
    for (int from = shown.nextSetBit(0); from >= 0; ) {
      int to = shown.nextClearBit(from);
      int first = grid.placeAfterCue(from);
      int last = to == grid.frames() ? to : grid.placeOutsideCue(to);
      closed.set(first, Math.max(first, last));
      from = shown.nextSetBit(to);
    }
    for (TimeRange black : analysis.black()) {
      int to = grid.place(black.endSeconds());
      for (int frame = grid.place(black.startSeconds()); frame < to; frame++) {
        if (!grid.spoken(frame)) {
          closed.set(frame);
        }
      }
    }
    return closed;
  }

  /** Whether the last stretch that is open is too short to be seen. */
  private static boolean splinter(BitSet open, BitSet locked, FrameGrid grid) {
    int last = open.length() - 1;
    int closed = open.previousClearBit(last);
    int held = locked.previousSetBit(last);
    return grid.splinter(last - Math.max(closed, held));
  }

  /** What is open for too short to be seen, between things that are left out. */
  private static void closeSplinters(BitSet open, BitSet locked, FrameGrid grid) {
    for (int from = open.nextSetBit(0); from >= 0; ) {
      int to = open.nextClearBit(from);
      int held = locked.nextSetBit(from);
      if (grid.splinter(to - from) && (held < 0 || held >= to)) {
        open.clear(from, to);
      }
      from = open.nextSetBit(to);
    }
  }

  /** With the whole of each cue that reaches into it: half a sentence is not to be left. */
  private static void close(BitSet closed, FrameGrid grid, TimeRange range) {
    int from = grid.placeOutsideCue(grid.place(range.startSeconds()));
    int to = grid.placeAfterCue(grid.place(range.endSeconds()));
    closed.set(from, to);
  }

  boolean open(int frame) {
    return open.get(frame);
  }

  boolean locked(int frame) {
    return locked.get(frame);
  }

  BitSet locked() {
    return (BitSet) locked.clone();
  }

  /** How many pictures must be chosen. */
  int lockedPictures() {
    return locked.cardinality();
  }

  /**
   * Length of the longest stretch of {@code from} to {@code to - 1} in which none must be chosen.
   */
  int longestUnlocked(int from, int to) {
    return longestGap(locked, from, to);
  }

  /** Length of the longest stretch of {@code from} to {@code to - 1} that is not shown. */
  static int longestGap(BitSet shown, int from, int to) {
    int longest = 0;
    int at = from;
    while (at < to) {
      int next = shown.nextSetBit(at);
      longest = Math.max(longest, (next < 0 ? to : Math.min(to, next)) - at);
      at = next < 0 ? to : shown.nextClearBit(next);
    }
    return longest;
  }

  /** How many of the pictures {@code from} to {@code to - 1} must be chosen. */
  int lockedWithin(int from, int to) {
    return locked.get(from, to).cardinality();
  }

  /** Whether all of the pictures {@code from} to {@code to - 1} may be chosen and none must be. */
  boolean free(int from, int to) {
    int closed = open.nextClearBit(from);
    int held = locked.nextSetBit(from);
    return closed >= to && (held < 0 || held >= to);
  }

  /** Whether one side of a place may be chosen and the other may not, or must be. */
  boolean edge(int place) {
    return place > 0
        && place < frames
        && (open.get(place) != open.get(place - 1) || locked.get(place) != locked.get(place - 1));
  }

  /** Place after the last of the chosen pictures from there on that are locked, or not, alike. */
  int sideEnd(BitSet chosen, int from) {
    int stop = chosen.nextClearBit(from);
    int turn = locked.get(from) ? locked.nextClearBit(from) : locked.nextSetBit(from);
    return turn < 0 ? stop : Math.min(stop, turn);
  }

  /** Place after the last picture that may be chosen. */
  int end() {
    return open.length();
  }
}
