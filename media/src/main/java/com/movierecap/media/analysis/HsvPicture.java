package com.movierecap.media.analysis;

import com.movierecap.media.film.SmallPicture;

/**
 * A small picture as hue (0..179), saturation and value (0..255): a change of light alone moves
 * only one of the three.
 */
final class HsvPicture {
  static final int PIXELS = SmallPicture.WIDTH * SmallPicture.HEIGHT;
  private static final int W = SmallPicture.WIDTH;

  /** 65536 / n, so that the hue of a pixel costs no division. */
  private static final int[] INVERSE = new int[256];

  static {
    for (int i = 1; i < 256; i++) {
      INVERSE[i] = (int) Math.round(65536.0 / i);
    }
  }

  private final byte[] planes = new byte[3 * PIXELS];

  /** From BT.601 video range. */
  void set(SmallPicture from) {
    for (int y = 0; y < SmallPicture.HEIGHT; y++) {
      for (int x = 0; x < W; x++) {
        int at = y * W + x;
        int half = (y >> 1) * (W / 2) + (x >> 1);
        int luma = ((from.luma[at] & 0xFF) - 16) * 76309;
        int u = (from.cb[half] & 0xFF) - 128;
        int v = (from.cr[half] & 0xFF) - 128;
        int r = clamp((luma + v * 104597 + 32768) >> 16);
        int g = clamp((luma - u * 25675 - v * 53279 + 32768) >> 16);
        int b = clamp((luma + u * 132201 + 32768) >> 16);
        pixel(at, r, g, b);
      }
    }
  }

  private void pixel(int at, int r, int g, int b) {
    int max = Math.max(r, Math.max(g, b));
    int delta = max - Math.min(r, Math.min(g, b));
    int hue = 0;
    int saturation = 0;
    if (delta > 0) {
      saturation = Math.min(255, (delta * 255 * INVERSE[max] + 32768) >> 16);
      int sixth;
      if (max == r) {
        sixth = (g - b) * INVERSE[delta];
      } else if (max == g) {
        sixth = (2 << 16) + (b - r) * INVERSE[delta];
      } else {
        sixth = (4 << 16) + (r - g) * INVERSE[delta];
      }
      hue = (sixth * 30 + 32768) >> 16;
      hue = hue < 0 ? hue + 180 : hue;
    }
    planes[at] = (byte) hue;
    planes[PIXELS + at] = (byte) saturation;
    planes[2 * PIXELS + at] = (byte) max;
  }

  private static int clamp(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }

  int hue(int at) {
    return planes[at] & 0xFF;
  }

  int saturation(int at) {
    return planes[PIXELS + at] & 0xFF;
  }

  int value(int at) {
    return planes[2 * PIXELS + at] & 0xFF;
  }
}
