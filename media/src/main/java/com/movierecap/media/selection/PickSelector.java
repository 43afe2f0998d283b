package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Timeline;

/** Chooses the ranges that tell the story inside an exact length. Pure: same input, same picks. */
public final class PickSelector {
  /**
   * @throws com.movierecap.media.UnusableInputException for a length of zero or below, or longer
   *     than the film
   */
  public Timeline select(MovieAnalysis analysis, RecapRequest request) {
    throw new UnsupportedOperationException();
  }
}
