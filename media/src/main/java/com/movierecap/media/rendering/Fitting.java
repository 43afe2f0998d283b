package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a film's shape changes, pictures of another shape than most are fitted into it, black
 * beside or above them, as a television set does it.
 */
final class Fitting {
  private final List<PictureShape> shapes;
  private final PictureShape most;
  private final FrameRate rate;

  Fitting(MovieInfo movie, FrameRate rate) {
    this.shapes = movie.shapes();
    this.most = new PictureShape(0, movie.width(), movie.height());
    this.rate = rate;
  }

  /** The cuts, parted where the shape changes within one. */
  List<Cut> parted(List<Cut> cuts) {
    List<Cut> parts = new ArrayList<>();
    for (Cut cut : cuts) {
      Cut rest = cut;
      for (PictureShape shape : shapes) {
        int before = (int) (rate.frameAt(shape.startSeconds()) - rest.filmFrame());
        if (before > 0 && before < rest.frames()) {
          parts.add(new Cut(rest.filmFrame(), rest.recapFrame(), before, 0, 0));
          rest =
              new Cut(
                  rest.filmFrame() + before,
                  rest.recapFrame() + before,
                  rest.frames() - before,
                  0,
                  0);
        }
      }
      parts.add(rest);
    }
    return List.copyOf(parts);
  }

  /** Whether pictures of several sizes or shapes come out of the film's decoder. */
  boolean changing() {
    return !shapes.isEmpty();
  }

  private PictureShape own(Cut part) {
    PictureShape own = most;
    for (PictureShape shape : shapes) {
      if (rate.frameAt(shape.startSeconds()) <= part.filmFrame()) {
        own = shape;
      }
    }
    return own;
  }

  /**
   * FFmpeg's filters for a part of one shape, each with a comma behind it; empty where the film has
   * one.
   */
  String filters(Cut part) {
    if (!changing()) {
      return "";
    }
    PictureShape own = own(part);
    // those that follow are set up by the first picture read, which may be another shape's
    String size = "scale=%d:%d,".formatted(own.width(), own.height());
    if (own.like(most)) {
      return size;
    }
    double wider = own.ratio() / most.ratio();
    // whose own shape no longer counts once it is scaled to the recap's size
    return size + fitted(wider);
  }

  private static String fitted(double wider) {
    return wider > 1
        ? String.format(
            Locale.ROOT,
            "scale=iw:2*trunc(ih/%1$.6f/2),pad=iw:2*trunc(ih*%1$.6f/2):0:(oh-ih)/2,",
            wider)
        : String.format(
            Locale.ROOT,
            "scale=2*trunc(iw*%1$.6f/2):ih,pad=2*trunc(iw/%1$.6f/2):ih:(ow-iw)/2:0,",
            wider);
  }
}
