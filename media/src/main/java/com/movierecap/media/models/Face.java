package com.movierecap.media.models;

import java.util.List;

/**
 * A face in a picture.
 *
 * @param x of its middle, 0 left to 1 right
 * @param y of its middle, 0 top to 1 bottom
 * @param width as a share of the picture's
 * @param height as a share of the picture's
 * @param score how sure that it is one, 0..1
 */
public record Face(double x, double y, double width, double height, double score) {
  /** Boxes that overlap so much hold a face that did not move. */
  private static final double SAME_PLACE = 0.5;

  /** Whether two pictures show as many faces, in the same places; or none, both of them. */
  public static boolean same(List<Face> some, List<Face> others) {
    return some.size() == others.size()
        && some.stream().allMatch(f -> others.stream().anyMatch(o -> f.overlap(o) > SAME_PLACE));
  }

  /** Intersection over union of the two boxes, 0..1. */
  double overlap(Face other) {
    double across =
        Math.min(x + width / 2, other.x + other.width / 2)
            - Math.max(x - width / 2, other.x - other.width / 2);
    double down =
        Math.min(y + height / 2, other.y + other.height / 2)
            - Math.max(y - height / 2, other.y - other.height / 2);
    if (across <= 0 || down <= 0) {
      return 0;
    }
    double both = across * down;
    return both / (width * height + other.width * other.height - both);
  }
}
