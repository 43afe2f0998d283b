package com.movierecap.media.selection;

/** A piece of the film between two good places to cut: pictures {@code from} to {@code to - 1}. */
record Moment(int from, int to) {
  int frames() {
    return to - from;
  }
}
