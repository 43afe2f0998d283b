package com.movierecap.media.titles;

import com.movierecap.media.film.SmallPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Words and lines of letters among marked pixels: marks close to each other in a row are joined, as
 * in run length smoothing (Wong, Casey and Wahl 1982), and what then hangs together is a line where
 * it is wider than high, made of strokes thinner than it is high, and neither empty nor one solid
 * bar. That holds for every script that is written from side to side.
 */
final class TextLines {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;

  /** How far letters stand apart, in pixels: small text, usual text, large or spaced titles. */
  private static final int[] GAPS = {2, 5, 9};

  /** Letters and words stand no farther apart than that many heights; stars do. */
  private static final int WIDEST_GAP = 2;

  private static final int HIGHEST = H / 3;
  private static final int NARROWEST = 6;

  /** Lines keep off the sides of the picture; what runs out of it is a thing. */
  private static final int MARGIN = 3;

  private TextLines() {}

  /** A line's box, right and bottom exclusive, and how many marks are in it. */
  record Line(int left, int top, int right, int bottom, int marks) {
    int height() {
      return bottom - top;
    }

    int width() {
      return right - left;
    }
  }

  /**
   * @param strength of each pixel above its ground
   * @param ink the pixels that are marked
   */
  static List<Line> of(int[] strength, BitSet ink) {
    List<Line> best = List.of();
    int most = 0;
    for (int gap : GAPS) {
      List<Line> lines = of(strength, ink, gap);
      int marks = lines.stream().mapToInt(Line::marks).sum();
      if (marks > most) {
        most = marks;
        best = lines;
      }
    }
    return best;
  }

  private static List<Line> of(int[] strength, BitSet ink, int gap) {
    int[] label = new int[W * H];
    for (int y = 0; y < H; y++) {
      int last = -W;
      for (int x = 0; x < W; x++) {
        if (ink.get(y * W + x)) {
          Arrays.fill(label, y * W + (x - last <= gap + 1 ? last : x), y * W + x + 1, -1);
          last = x;
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    int[] stack = new int[W * H];
    for (int at = 0; at < label.length; at++) {
      if (label[at] == -1) {
        Line box = flood(label, at, at + 1, ink, stack);
        if (isText(box, label, at + 1, strength, ink, gap)) {
          lines.add(box);
        }
      }
    }
    return lines;
  }

  private static Line flood(int[] label, int seed, int number, BitSet ink, int[] stack) {
    int depth = 0;
    stack[depth++] = seed;
    label[seed] = number;
    int left = W;
    int right = 0;
    int top = H;
    int bottom = 0;
    int marks = 0;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % W;
      int y = at / W;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      marks += ink.get(at) ? 1 : 0;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(H - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(W - 1, x + 1); nx++) {
          if (label[ny * W + nx] == -1) {
            label[ny * W + nx] = number;
            stack[depth++] = ny * W + nx;
          }
        }
      }
    }
    return new Line(left, top, right, bottom, marks);
  }

  private static boolean isText(
      Line box, int[] label, int number, int[] strength, BitSet ink, int gap) {
    int w = box.width();
    int h = box.height();
    if (h > HIGHEST
        || gap > WIDEST_GAP * h + 1
        || w < Math.max(NARROWEST, 1.5 * h)
        || box.left < MARGIN
        || box.right > W - MARGIN) {
      return false;
    }
    double fill = box.marks / (double) (w * h);
    if (fill < 0.12 || (h > 3 && fill > 0.85)) {
      return false;
    }
    Strokes strokes = Strokes.of(box, label, number, strength, ink);
    // a stroke is a quarter of a letter wide at most, and blurs by a pixel to both sides; letters
    // of
    // four rows have no strokes left
    boolean thin = h <= 4 || strokes.thickness() <= 0.25 * h + 1.6;
    boolean manyLetters = h < 6 || strokes.runsARow() >= Math.max(1.4, 0.4 * w / h);
    return thin && manyLetters && strokes.unevenness() >= 0.15;
  }

  /**
   * What a line is made of.
   *
   * @param thickness mean of the shorter of the runs across and down through each mark, in pixels
   * @param runsARow separate runs of marks in a row, on average
   * @param unevenness standard deviation of the columns' strength in their mean
   */
  private record Strokes(double thickness, double runsARow, double unevenness) {
    static Strokes of(Line box, int[] label, int number, int[] strength, BitSet ink) {
      int w = box.width();
      int h = box.height();
      boolean[][] mark = new boolean[h][w];
      double[] columns = new double[w];
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          int at = (box.top + y) * W + box.left + x;
          mark[y][x] = label[at] == number && ink.get(at);
          columns[x] += Math.max(0, strength[at]);
        }
      }
      int[][] across = new int[h][w];
      int runs = 0;
      for (int y = 0; y < h; y++) {
        int from = -1;
        for (int x = 0; x <= w; x++) {
          boolean in = x < w && mark[y][x];
          if (in && from < 0) {
            from = x;
            runs++;
          } else if (!in && from >= 0) {
            Arrays.fill(across[y], from, x, x - from);
            from = -1;
          }
        }
      }
      double sum = 0;
      for (int x = 0; x < w; x++) {
        int from = -1;
        for (int y = 0; y <= h; y++) {
          boolean in = y < h && mark[y][x];
          if (in && from < 0) {
            from = y;
          } else if (!in && from >= 0) {
            for (int r = from; r < y; r++) {
              sum += Math.min(across[r][x], y - from);
            }
            from = -1;
          }
        }
      }
      double mean = Arrays.stream(columns).average().orElse(0);
      double squares = Arrays.stream(columns).map(c -> (c - mean) * (c - mean)).average().orElse(0);
      return new Strokes(
          sum / Math.max(1, box.marks),
          runs / (double) h,
          mean <= 0 ? 0 : Math.sqrt(squares) / mean);
    }
  }
}
