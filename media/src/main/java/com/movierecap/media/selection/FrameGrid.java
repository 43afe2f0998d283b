package com.movierecap.media.selection;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The film counted in whole pictures, and which places between two pictures lie inside a cue. Place
 * {@code p} is before picture {@code p}.
 */
final class FrameGrid {
  /** What is shown for less is seen as a mistake, not as a shot. */
  private static final double FLASH_SECONDS = 0.6;

  private final double frameRate;
  private final int frames;
  private final boolean[] spoken;
  private final boolean[] insideCue;
  private final NavigableSet<Integer> cuts = new TreeSet<>();

  FrameGrid(MovieAnalysis analysis) {
    double seconds = analysis.movie().durationSeconds();
    double rate = analysis.movie().frameRate();
    this.frameRate = rate > 0 && rate < 1000 ? rate : 25;
    this.frames = Math.max(1, (int) Math.round(seconds * frameRate));
    this.spoken = new boolean[frames];
    this.insideCue = new boolean[frames + 1];
    for (Cue cue : analysis.cues()) {
      int from = floor(cue.startSeconds());
      int to = ceil(cue.endSeconds());
      for (int f = from; f < to; f++) {
        spoken[f] = true;
      }
      // touching cues share a place, and that one is free
      for (int p = from + 1; p < to; p++) {
        insideCue[p] = true;
      }
    }
    freeSharedPlaces(analysis.cues());
    for (Shot shot : analysis.shots()) {
      cuts.add(place(shot.startSeconds()));
    }
  }

  /** Whether a shot begins there. */
  boolean cut(int place) {
    return cuts.contains(place);
  }

  /**
   * Whether a pick that begins there would show a flash: a sliver of the shot before the next one.
   */
  boolean flashAtStart(int place) {
    Integer next = cuts.ceiling(place);
    return next != null && next > place && next - place < framesOf(FLASH_SECONDS);
  }

  /** Whether a pick that ends there would show a flash of the next shot. */
  boolean flashAtEnd(int place) {
    Integer last = cuts.floor(place);
    return last != null && last > 0 && last < place && place - last < framesOf(FLASH_SECONDS);
  }

  /** Rounding outwards lets neighbours overlap by a picture; between them a cut must stay free. */
  private void freeSharedPlaces(List<Cue> cues) {
    for (int i = 0; i + 1 < cues.size(); i++) {
      double gap = cues.get(i + 1).startSeconds() - cues.get(i).endSeconds();
      if (gap >= 0 && gap < 2 / frameRate) {
        insideCue[place((cues.get(i).endSeconds() + cues.get(i + 1).startSeconds()) / 2)] = false;
      }
    }
  }

  private int floor(double seconds) {
    return clamp((int) Math.floor(seconds * frameRate + 1e-6));
  }

  private int ceil(double seconds) {
    return clamp((int) Math.ceil(seconds * frameRate - 1e-6));
  }

  int place(double seconds) {
    return clamp((int) Math.round(seconds * frameRate));
  }

  private int clamp(int place) {
    return Math.max(0, Math.min(frames, place));
  }

  int frames() {
    return frames;
  }

  /** A cut there would cut a word. */
  boolean insideCue(int place) {
    return insideCue[place];
  }

  boolean spoken(int frame) {
    return spoken[frame];
  }

  double seconds(int place) {
    return place / frameRate;
  }

  double frameRate() {
    return frameRate;
  }

  int framesOf(double seconds) {
    return (int) Math.round(seconds * frameRate);
  }
}
