package com.movierecap.media;

/**
 * How large a film's pictures are from a time on, until the next of its kind.
 *
 * @param startSeconds on the film's clock
 * @param width in pixels as shown
 * @param height in pixels as shown
 */
public record PictureShape(double startSeconds, int width, int height) {
  private static final double SAME = 0.02;

  public double ratio() {
    return width / (double) height;
  }

  /** Whether a picture of the one is as large as one of the other. */
  public boolean same(PictureShape other) {
    return width == other.width && height == other.height;
  }

  /** Whether a picture of the one fills the place of the other. */
  public boolean like(PictureShape other) {
    return Math.abs(ratio() / other.ratio() - 1) < SAME;
  }
}
