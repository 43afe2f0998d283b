package com.movierecap.media.analysis;

import com.movierecap.media.PictureArea;
import com.movierecap.media.film.SmallPicture;

/**
 * Finds black bars around the picture, over many pictures. A line belongs to the picture once it is
 * lit in both outer quarters in a share of the pictures: subtitles stay in the middle of a bar and
 * a logo in one corner of it. Black pictures say nothing.
 */
final class PictureBars {
  private static final int W = SmallPicture.WIDTH;
  private static final int H = SmallPicture.HEIGHT;
  private static final int LIT = 30;
  private static final double PICTURE_SHARE = 0.04;
  private static final int LEAST_PICTURES = 3;

  /** A film of 9:16 inside one of 16:9 has 0.32 of its width. */
  private static final double LEAST_AREA = 0.25;

  private final int[] rowsLit = new int[H];
  private final int[] columnsLit = new int[W];
  private final double[] rowLight = new double[H];
  private final double[] columnLight = new double[W];
  private int pictures;

  void push(SmallPicture picture) {
    byte[] luma = picture.luma;
    boolean[] left = new boolean[H];
    boolean[] right = new boolean[H];
    boolean[] top = new boolean[W];
    boolean[] bottom = new boolean[W];
    int[] rows = new int[H];
    int[] columns = new int[W];
    int lit = 0;
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int v = luma[y * W + x] & 0xFF;
        rows[y] += v;
        columns[x] += v;
        if (v > LIT) {
          lit++;
          left[y] |= x < W / 4;
          right[y] |= x >= W - W / 4;
          top[x] |= y < H / 3;
          bottom[x] |= y >= H - H / 3;
        }
      }
    }
    if (lit < W * H / 10) {
      return;
    }
    pictures++;
    for (int y = 0; y < H; y++) {
      rowsLit[y] += left[y] && right[y] ? 1 : 0;
      rowLight[y] += Math.max(0, rows[y] / (double) W - 16);
    }
    for (int x = 0; x < W; x++) {
      columnsLit[x] += top[x] && bottom[x] ? 1 : 0;
      columnLight[x] += Math.max(0, columns[x] / (double) H - 16);
    }
  }

  /** The whole where nothing is known. */
  PictureArea area() {
    double[] y = bounds(rowsLit, rowLight);
    double[] x = bounds(columnsLit, columnLight);
    PictureArea area =
        new PictureArea(round(x[0]), round(y[0]), round(x[1] - x[0]), round(y[1] - y[0]));
    return area.width() < LEAST_AREA || area.height() < LEAST_AREA ? PictureArea.WHOLE : area;
  }

  private double[] bounds(int[] lit, double[] light) {
    int n = lit.length;
    if (pictures < LEAST_PICTURES) {
      return new double[] {0, 1};
    }
    double least = Math.max(1, PICTURE_SHARE * pictures);
    int first = 0;
    while (first < n && lit[first] < least) {
      first++;
    }
    int last = n - 1;
    while (last >= 0 && lit[last] < least) {
      last--;
    }
    if (first >= last) {
      return new double[] {0, 1};
    }
    // one line of bar may be grain at the frame's edge
    return new double[] {
      first <= 1 ? 0 : (first + hidden(light, first, 1)) / n,
      last >= n - 2 ? 1 : (last + 1 - hidden(light, last, -1)) / n
    };
  }

  /** The share of an edge's line that is still bar: how much darker it is than the next. */
  private static double hidden(double[] light, int line, int inward) {
    double next = light[line + inward];
    return next <= 0 ? 0 : Math.max(0, Math.min(1, 1 - light[line] / next));
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
