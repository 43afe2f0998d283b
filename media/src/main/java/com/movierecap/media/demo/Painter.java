package com.movierecap.media.demo;

import java.awt.Graphics2D;

/**
 * Draws one shot on a canvas of {@link #WIDTH} x {@link #HEIGHT} units, whatever its real size.
 * Pictures of a shot are drawn by several threads at once: painters keep no state.
 */
interface Painter {
  int WIDTH = 1280;
  int HEIGHT = 720;

  /** What never moves; drawn once a shot and kept. */
  void backdrop(Graphics2D g);

  /**
   * What moves, drawn over the backdrop.
   *
   * @param t seconds since the shot began
   */
  void foreground(Graphics2D g, double t);

  @FunctionalInterface
  interface Still {
    void draw(Graphics2D g);
  }

  @FunctionalInterface
  interface Moving {
    void draw(Graphics2D g, double t);
  }

  static Painter of(Still still, Moving moving) {
    return new Painter() {
      @Override
      public void backdrop(Graphics2D g) {
        still.draw(g);
      }

      @Override
      public void foreground(Graphics2D g, double t) {
        moving.draw(g, t);
      }
    };
  }
}
