package com.movierecap.media;

/**
 * The part of the shown picture that is not black bars, as shares of its width and height.
 *
 * @param x left edge, 0..1
 * @param y upper edge, 0..1
 * @param width 0..1
 * @param height 0..1
 */
public record PictureArea(double x, double y, double width, double height) {
  public static final PictureArea WHOLE = new PictureArea(0, 0, 1, 1);
}
