package com.movierecap.media.selection;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import java.util.BitSet;
import java.util.List;

/**
 * The film counted in whole pictures of its recap, and which places between two pictures lie inside
 * a cue. Place {@code p} is before picture {@code p}.
 */
final class FrameGrid {
  /** What is shown for less is seen as a mistake, not as a shot. */
  private static final double FLASH_SECONDS = 0.6;

  /** A pick that is over so soon is a splinter. */
  private static final double SPLINTER_SECONDS = 0.5;

  private final double frameRate;
  private final int frames;
  private final BitSet spoken;
  private final BitSet insideCue;
  private final BitSet cuts = new BitSet();

  FrameGrid(MovieAnalysis analysis) {
    double seconds = analysis.movie().durationSeconds();
    this.frameRate = FrameRate.of(analysis.movie().frameRate()).perSecond();
    this.frames = Math.max(1, (int) Math.round(seconds * frameRate));
    this.spoken = new BitSet(frames);
    this.insideCue = new BitSet(frames + 1);
    for (Cue cue : analysis.cues()) {
      int from = floor(cue.startSeconds());
      int to = ceil(cue.endSeconds());
      spoken.set(from, Math.max(from, to));
      // touching cues share a place, and that one is free
      insideCue.set(Math.min(from + 1, to), to);
    }
    if (analysis.cues().isEmpty() && analysis.sound() != null) {
      // without words the sound tells where somebody speaks, and its pauses where one may cut
      for (TimeRange speech : analysis.sound().speech()) {
        spoken.set(floor(speech.startSeconds()), ceil(speech.endSeconds()));
      }
    }
    freeSharedPlaces(analysis.cues());
    for (Shot shot : analysis.shots()) {
      cuts.set(place(shot.startSeconds()));
    }
  }

  /** Whether a shot begins there. */
  boolean cut(int place) {
    return cuts.get(place);
  }

  /**
   * Whether a pick that begins there would show a flash: a sliver of the shot before the next one.
   */
  boolean flashAtStart(int place) {
    int next = cuts.nextSetBit(place);
    return next > place && next - place < framesOf(FLASH_SECONDS);
  }

  /** Whether a pick that ends there would show a flash of the next shot. */
  boolean flashAtEnd(int place) {
    int last = cuts.previousSetBit(place);
    return last > 0 && last < place && place - last < framesOf(FLASH_SECONDS);
  }

  /** Pictures that a pick has at least, but for what is locked. */
  int shortestPick() {
    return Math.max(1, framesOf(SPLINTER_SECONDS));
  }

  /** Whether so many pictures are over before they are seen. */
  boolean splinter(int pictures) {
    return pictures < shortestPick();
  }

  /** The last place at or before one where no cue is cut. */
  int placeOutsideCue(int place) {
    int p = place;
    while (p > 0 && insideCue.get(p)) {
      p--;
    }
    return p;
  }

  /** The first place at or after one where no cue is cut. */
  int placeAfterCue(int place) {
    return insideCue.nextClearBit(place);
  }

  /** The last cut before a place, or -1. */
  int cutBefore(int place) {
    return place == 0 ? -1 : cuts.previousSetBit(place - 1);
  }

  /** Rounding outwards lets neighbours overlap by a picture; between them a cut must stay free. */
  private void freeSharedPlaces(List<Cue> cues) {
    double end = Double.NEGATIVE_INFINITY;
    for (Cue cue : cues) {
      double gap = cue.startSeconds() - end;
      if (gap >= 0 && gap < 2 / frameRate) {
        insideCue.clear(place((end + cue.startSeconds()) / 2));
      }
      end = Math.max(end, cue.endSeconds());
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
    return insideCue.get(place);
  }

  /** Whether somebody speaks on both sides of a place. */
  boolean spokenAround(int place) {
    return place > 0 && place < frames && spoken.get(place - 1) && spoken.get(place);
  }

  boolean spoken(int frame) {
    return spoken.get(frame);
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
