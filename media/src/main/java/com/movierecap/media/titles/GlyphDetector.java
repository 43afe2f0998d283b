package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.titles.TextLines.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How what is drawn on a plain ground is laid out. Type is set: in lines that do not run into each
 * other, centred or flush with each other, and off the sides of the picture.
 *
 * @param share of the ink that lies in lines of letters, 0..1
 * @param lines rows of letters, one above the other
 * @param set share of the letters whose lines are set, 0..1; none in a grid, as of lit windows
 * @param low all letters lie where subtitles do
 * @param insides all ink keeps off the left and right side
 * @param compact all ink is small and near the middle, as an emblem's
 */
record GlyphDetector(
    double share, int lines, double set, boolean low, boolean insides, boolean compact) {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;
  private static final double SUBTITLES_BEGIN = 0.72;

  /** Off the middle or another line's edge by that much, in pixels, a line is still set. */
  private static final double SET_OFF = 3;

  private static final int MARGIN = 2;

  /** Share of the columns that are empty in all rows. */
  private static final double GRID = 0.22;

  /** Fewer columns tell nothing. */
  private static final int LEAST_GRID = 12;

  private static final double MOST_SPREAD = 0.25;
  private static final double MOST_OFFSET = 0.15;

  /** An emblem covers as much of the picture at least. */
  private static final double LEAST_EMBLEM = 0.003;

  /**
   * @param strength of each pixel above what is behind it
   * @param ink the pixels that are drawn
   */
  static GlyphDetector of(int[] strength, BitSet ink) {
    List<Line> lines = TextLines.of(strength, ink);
    List<Row> rows = rows(lines);
    int marks = lines.stream().mapToInt(Line::marks).sum();
    int set = 0;
    for (Row row : rows) {
      set += isSet(row, rows) ? row.marks() : 0;
    }
    return new GlyphDetector(
        marks / (double) Math.max(1, ink.cardinality()),
        rows.size(),
        grid(ink) ? 0 : set / (double) Math.max(1, marks),
        lines.stream().allMatch(l -> l.top() >= SUBTITLES_BEGIN * H),
        insides(ink),
        compact(ink));
  }

  /** Words beside each other. */
  private record Row(int left, int top, int right, int bottom, int marks, int highest) {
    boolean beside(Line line) {
      return Math.min(bottom, line.bottom()) - Math.max(top, line.top())
          > 0.4 * Math.min(bottom - top, line.height());
    }

    Row with(Line line) {
      return new Row(
          Math.min(left, line.left()),
          Math.min(top, line.top()),
          Math.max(right, line.right()),
          Math.max(bottom, line.bottom()),
          marks + line.marks(),
          Math.max(highest, line.height()));
    }

    /** Words of one line stand on it; lights and branches do not. */
    boolean straight() {
      return bottom - top <= 1.4 * highest + 1;
    }
  }

  private static List<Row> rows(List<Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      int at = 0;
      while (at < rows.size() && !rows.get(at).beside(line)) {
        at++;
      }
      if (at < rows.size()) {
        rows.set(at, rows.get(at).with(line));
      } else {
        rows.add(
            new Row(
                line.left(), line.top(), line.right(), line.bottom(), line.marks(), line.height()));
      }
    }
    return rows;
  }

  private static boolean isSet(Row row, List<Row> rows) {
    if (!row.straight()) {
      return false;
    }
    if (rows.size() == 1 || Math.abs(row.left + row.right - W) <= 2 * SET_OFF) {
      return true;
    }
    for (Row other : rows) {
      if (other != row
          && other.straight()
          && (Math.abs(other.left - row.left) <= SET_OFF
              || Math.abs(other.right - row.right) <= SET_OFF
              || Math.abs(other.left + other.right - row.left - row.right) <= 2 * SET_OFF)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether gaps go down through all rows, as between lit windows: of the columns that two rows or
   * more reach over, letters leave hardly one empty.
   */
  private static boolean grid(BitSet ink) {
    int[] reached = new int[W];
    boolean[] drawn = new boolean[W];
    int left = W;
    int right = 0;
    for (int y = 0; y <= H; y++) {
      int first = y < H ? ink.nextSetBit(y * W) : -1;
      boolean empty = first < 0 || first >= (y + 1) * W;
      if (empty && right > left) {
        for (int x = left; x < right; x++) {
          reached[x]++;
        }
        left = W;
        right = 0;
      }
      for (int at = first; !empty && at >= 0 && at < (y + 1) * W; at = ink.nextSetBit(at + 1)) {
        left = Math.min(left, at % W);
        right = Math.max(right, at % W + 1);
        drawn[at % W] = true;
      }
    }
    int columns = 0;
    int gaps = 0;
    for (int x = 0; x < W; x++) {
      columns += reached[x] > 1 ? 1 : 0;
      gaps += reached[x] > 1 && !drawn[x] ? 1 : 0;
    }
    return columns >= LEAST_GRID && gaps > GRID * columns;
  }

  private static boolean insides(BitSet ink) {
    for (int at = ink.nextSetBit(0); at >= 0; at = ink.nextSetBit(at + 1)) {
      if (at % W < MARGIN || at % W >= W - MARGIN) {
        return false;
      }
    }
    return true;
  }

  private static boolean compact(BitSet ink) {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    for (int at = ink.nextSetBit(0); at >= 0; at = ink.nextSetBit(at + 1)) {
      double x = (at % W) / (double) W - 0.5;
      double y = (at / W) / (double) H - 0.5;
      n++;
      sx += x;
      sy += y;
      sxx += x * x;
      syy += y * y;
    }
    return n >= LEAST_EMBLEM * W * H
        && Math.sqrt(Math.max(0, sxx / n - sx / n * sx / n)) < MOST_SPREAD
        && Math.sqrt(Math.max(0, syy / n - sy / n * sy / n)) < MOST_SPREAD
        && Math.hypot(sx / n, sy / n) < MOST_OFFSET;
  }
}
