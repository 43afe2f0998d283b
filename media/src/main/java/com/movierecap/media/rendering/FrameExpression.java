package com.movierecap.media.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A value for every picture as an expression of FFmpeg's in {@code n}: straight lines, found by
 * bisection, since expressions nested deeper than a hundred are refused.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-utils.html#Expression-Evaluation">FFmpeg's
 *     expressions</a>
 */
final class FrameExpression {
  /** A straight line over the pictures from {@code first} to {@code last}, inclusive. */
  private record Line(int first, int last, double at, double step) {}

  private FrameExpression() {}

  /**
   * @param values one a picture, from picture 0; later pictures keep the last
   * @param tolerance by which the expression may miss
   */
  static String of(double[] values, double tolerance) {
    List<Line> lines = new ArrayList<>();
    for (int first = 0; first < values.length; ) {
      Line line = longest(values, first, tolerance);
      lines.add(line);
      first = line.last() + 1;
    }
    return tree(lines);
  }

  /** True for these pictures only: runs of even steps become one term each. */
  static String oneOf(List<Long> pictures) {
    List<String> terms = new ArrayList<>();
    for (int from = 0; from < pictures.size(); ) {
      int to = from;
      long step = from + 1 < pictures.size() ? pictures.get(from + 1) - pictures.get(from) : 1;
      while (to + 1 < pictures.size() && pictures.get(to + 1) - pictures.get(to) == step) {
        to++;
      }
      terms.add(
          String.format(
              Locale.ROOT,
              "between(n,%1$d,%2$d)*not(mod(n-%1$d,%3$d))",
              pictures.get(from),
              pictures.get(to),
              step));
      from = to + 1;
    }
    return String.join("+", terms);
  }

  /** The longest line from a picture on whose end points are met and that misses none between. */
  private static Line longest(double[] values, int first, double tolerance) {
    Line best = new Line(first, first, values[first], 0);
    for (int last = first + 1; last < values.length; last++) {
      double step = (values[last] - values[first]) / (last - first);
      for (int i = first + 1; i < last; i++) {
        if (Math.abs(values[first] + step * (i - first) - values[i]) > tolerance) {
          return best;
        }
      }
      best = new Line(first, last, values[first], step);
    }
    return best;
  }

  private static String tree(List<Line> lines) {
    if (lines.size() == 1) {
      Line line = lines.get(0);
      return line.step() == 0
          ? String.format(Locale.ROOT, "%.6f", line.at())
          : String.format(
              Locale.ROOT,
              "%.6f%+.8f*(min(n,%d)-%d)",
              line.at(),
              line.step(),
              line.last(),
              line.first());
    }
    int middle = lines.size() / 2;
    return "if(lt(n,"
        + lines.get(middle).first()
        + "),"
        + tree(lines.subList(0, middle))
        + ","
        + tree(lines.subList(middle, lines.size()))
        + ")";
  }
}
