package com.movierecap.media.selection;

/**
 * A piece of the film between two good places to cut: pictures {@code from} to {@code to - 1}.
 *
 * @param value what it is worth to the recap; only its order counts
 * @param shot index of the shot that fills most of it
 * @param scene index of that shot's scene; -1 where scenes are not known
 */
record Moment(int from, int to, double value, int shot, int scene) {
  int frames() {
    return to - from;
  }

  double middle() {
    return (from + to) / 2.0;
  }

  boolean touches(Moment other) {
    return from == other.to || to == other.from;
  }
}
