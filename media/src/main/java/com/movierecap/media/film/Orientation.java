package com.movierecap.media.film;

/**
 * How a stored picture is turned and mirrored to be shown: a stored pixel {@code (x, y)}, counted
 * from the centre, is shown at {@code (a x + c y, b x + d y)}.
 *
 * @param a -1, 0 or 1, as are all
 */
public record Orientation(int a, int b, int c, int d) {
  public static final Orientation UPRIGHT = new Orientation(1, 0, 0, 1);

  private static final int ONE = 1 << 16;

  /**
   * @param matrix nine numbers of a display matrix as FFmpeg has it, those that turn in 16.16 fixed
   *     point (ISO/IEC 14496-12, 8.3.2)
   */
  public static Orientation of(long[] matrix) {
    Orientation nearest =
        new Orientation(unit(matrix[0]), unit(matrix[1]), unit(matrix[3]), unit(matrix[4]));
    boolean straight = nearest.b == 0 && nearest.c == 0 && nearest.a != 0 && nearest.d != 0;
    boolean turned = nearest.a == 0 && nearest.d == 0 && nearest.b != 0 && nearest.c != 0;
    // a picture shown askew is looked at as it is stored
    return straight || turned ? nearest : UPRIGHT;
  }

  private static int unit(long fixed) {
    return Math.abs(fixed) < ONE / 2 ? 0 : Long.signum(fixed);
  }

  public boolean isMirrored() {
    return a * d - b * c < 0;
  }

  /** How far it is turned, in degrees against the clock: 0, 90, 180 or 270. */
  public int degrees() {
    if (quarterTurned()) {
      return b < 0 ? 90 : 270;
    }
    return d < 0 ? 180 : 0;
  }

  /** Width and height change places. */
  public boolean quarterTurned() {
    return a == 0;
  }
}
