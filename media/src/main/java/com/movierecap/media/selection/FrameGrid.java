package com.movierecap.media.selection;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import java.util.List;

/**
 * The film counted in whole pictures, and which places between two pictures lie inside a cue. Place
 * {@code p} is before picture {@code p}.
 */
final class FrameGrid {
  private final double frameRate;
  private final int frames;
  private final boolean[] spoken;
  private final boolean[] insideCue;

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
