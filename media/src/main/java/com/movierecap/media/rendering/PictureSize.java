package com.movierecap.media.rendering;

import com.movierecap.media.Rendering.Aspect;

/**
 * How large the recap's picture is and how much of the film's goes into it.
 *
 * @param width of the recap, even
 * @param height of the recap, even
 * @param keptWidth share of the film's width that is kept, 0..1
 * @param keptHeight share of the film's height that is kept, 0..1
 */
public record PictureSize(int width, int height, double keptWidth, double keptHeight) {
  private static final int LONG_SIDE = 1280;
  private static final int SHORT_SIDE = 720;

  /** The short side of what is sent over slow lines. */
  private static final int LOW_SHORT_SIDE = 360;

  /** Never enlarges: a small film stays small. */
  public static PictureSize of(int filmWidth, int filmHeight, Aspect aspect) {
    return switch (aspect) {
      case SOURCE -> keepingShape(filmWidth, filmHeight);
      case WIDE -> cut(filmWidth, filmHeight, 16, 9, LONG_SIDE);
      case TALL -> cut(filmWidth, filmHeight, 9, 16, SHORT_SIDE);
      case SQUARE -> cut(filmWidth, filmHeight, 1, 1, SHORT_SIDE);
    };
  }

  private static PictureSize keepingShape(int filmWidth, int filmHeight) {
    double longest = Math.max(filmWidth, filmHeight);
    double shortest = Math.min(filmWidth, filmHeight);
    double scale = Math.min(1, Math.min(LONG_SIDE / longest, SHORT_SIDE / shortest));
    return new PictureSize(even(filmWidth * scale), even(filmHeight * scale), 1, 1);
  }

  /** Sides are whole multiples of twice the ratio, so that the shape is exact and both are even. */
  private static PictureSize cut(int filmWidth, int filmHeight, int across, int down, int limit) {
    int steps =
        Math.min(limit / (2 * across), Math.min(filmWidth / (2 * across), filmHeight / (2 * down)));
    int width = 2 * across * Math.max(1, steps);
    int height = 2 * down * Math.max(1, steps);
    double filmShape = filmWidth / (double) filmHeight;
    double shape = across / (double) down;
    return filmShape > shape
        ? new PictureSize(width, height, shape / filmShape, 1)
        : new PictureSize(width, height, 1, filmShape / shape);
  }

  /** The same picture for slow lines. */
  PictureSize low() {
    double scale = Math.min(1, LOW_SHORT_SIDE / (double) Math.min(width, height));
    return new PictureSize(even(width * scale), even(height * scale), keptWidth, keptHeight);
  }

  /** The same picture so many pixels wide. */
  PictureSize wide(int across) {
    double scale = Math.min(1, across / (double) width);
    return new PictureSize(even(width * scale), even(height * scale), keptWidth, keptHeight);
  }

  /** Odd sides lose their last row: a picture is not to grow. */
  static int even(double side) {
    return Math.max(2, 2 * (int) Math.floor(side / 2 + 0.25));
  }
}
