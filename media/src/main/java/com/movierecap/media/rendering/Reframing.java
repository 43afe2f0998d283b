package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.PictureArea;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Focus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Which part of the film's picture is shown: never its black bars, and of what is left, where the
 * recap's shape is another, the part that draws the eye. The part moves within a shot only as
 * {@link CameraPath} does, and jumps where shots change.
 */
final class Reframing {
  /** Bars are seldom cut off to the pixel. */
  private static final double INSET_PIXELS = 2;

  private final int filmWidth;
  private final int filmHeight;
  private final PictureArea area;
  private final List<Shot> shots;
  private final FrameRate rate;

  /**
   * @param filmWidth in pixels as shown
   * @param filmHeight in pixels as shown
   */
  Reframing(int filmWidth, int filmHeight, PictureArea area, List<Shot> shots, FrameRate rate) {
    this.filmWidth = filmWidth;
    this.filmHeight = filmHeight;
    this.area = inset(area);
    this.shots = shots;
    this.rate = rate;
  }

  private PictureArea inset(PictureArea bars) {
    double left = bars.x() > 0 ? bars.x() + INSET_PIXELS / filmWidth : 0;
    double top = bars.y() > 0 ? bars.y() + INSET_PIXELS / filmHeight : 0;
    double right = bars.x() + bars.width();
    double bottom = bars.y() + bars.height();
    right = right < 1 ? right - INSET_PIXELS / filmWidth : 1;
    bottom = bottom < 1 ? bottom - INSET_PIXELS / filmHeight : 1;
    return new PictureArea(left, top, right - left, bottom - top);
  }

  PictureSize size(Aspect aspect) {
    return PictureSize.of(
        (int) Math.round(filmWidth * area.width()),
        (int) Math.round(filmHeight * area.height()),
        aspect);
  }

  /** FFmpeg's filters that cut and scale a cut's pictures, the first of which is {@code n} = 0. */
  String filters(Cut cut, PictureSize size) {
    double width = area.width() * size.keptWidth();
    double height = area.height() * size.keptHeight();
    String scale = "scale=" + size.width() + ":" + size.height() + ":out_range=tv";
    if (width == 1 && height == 1) {
      return scale;
    }
    double[] x = path(cut, width, area.x(), area.width(), Focus::x);
    double[] y = path(cut, height, area.y(), area.height(), Focus::y);
    return String.format(
        Locale.ROOT,
        "crop=iw*%.6f:ih*%.6f:x='iw*(%s)':y='ih*(%s)',%s",
        width,
        height,
        FrameExpression.of(x, 0.5 / filmWidth),
        FrameExpression.of(y, 0.5 / filmHeight),
        scale);
  }

  /** The window's lower end at each picture of the cut, 0..1. */
  private double[] path(
      Cut cut, double window, double start, double length, ToDoubleFunction<Focus> axis) {
    double[] path = new double[cut.frames()];
    double low = start + window / 2;
    double high = Math.max(low, start + length - window / 2);
    for (int from = 0; from < path.length; ) {
      int shot = at(cut.filmFrame() + from);
      List<Focus> places = shots.isEmpty() ? List.of() : shots.get(shot).focus();
      int to = from + 1;
      while (to < path.length && at(cut.filmFrame() + to) == shot) {
        to++;
      }
      double[] targets = new double[to - from];
      for (int i = from; i < to; i++) {
        double seconds = rate.seconds(cut.filmFrame() + i);
        targets[i - from] = focus(places, seconds, axis, start + length / 2);
      }
      double[] part = CameraPath.along(targets, window, low, high, rate.perSecond());
      for (int i = from; i < to; i++) {
        path[i] = part[i - from] - window / 2;
      }
      from = to;
    }
    return path;
  }

  /** Index of the shot a picture of the film belongs to. */
  private int at(long frame) {
    int low = 0;
    int high = shots.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (rate.frameAt(shots.get(middle).startSeconds()) <= frame) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Between two places in time the eye wanders evenly. */
  private static double focus(
      List<Focus> places, double seconds, ToDoubleFunction<Focus> axis, double middle) {
    if (places.isEmpty()) {
      return middle;
    }
    double[] times = places.stream().mapToDouble(Focus::seconds).toArray();
    int found = Arrays.binarySearch(times, seconds);
    int after = found >= 0 ? found : -found - 1;
    if (after == 0) {
      return axis.applyAsDouble(places.get(0));
    }
    if (after == places.size()) {
      return axis.applyAsDouble(places.get(after - 1));
    }
    Focus a = places.get(after - 1);
    Focus b = places.get(after);
    double share = (seconds - a.seconds()) / (b.seconds() - a.seconds());
    return axis.applyAsDouble(a) * (1 - share) + axis.applyAsDouble(b) * share;
  }
}
