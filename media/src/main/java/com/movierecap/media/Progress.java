package com.movierecap.media;

/** Told how far a long step has come. Called often and from one thread. */
@FunctionalInterface
public interface Progress {
  enum Stage {
    PROBE,
    ANALYSE,
    SELECT,
    RENDER
  }

  /**
   * @param done 0..1 within the stage
   */
  void at(Stage stage, double done);
}
