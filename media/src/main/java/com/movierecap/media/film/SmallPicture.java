package com.movierecap.media.film;

/**
 * A decoded picture, shrunk to {@value #WIDTH} x {@value #HEIGHT} whatever its shape: enough to
 * tell shots apart, small enough to compare thousands a second. Luma at full size, chroma at half
 * of it both ways, all in video range (16..235) as the film has it. The arrays are used again for
 * the next picture; who needs them longer copies.
 */
public final class SmallPicture {
  public static final int WIDTH = 160;
  public static final int HEIGHT = 90;

  public final byte[] luma = new byte[WIDTH * HEIGHT];
  public final byte[] cb = new byte[WIDTH * HEIGHT / 4];
  public final byte[] cr = new byte[WIDTH * HEIGHT / 4];

  private long ticks;
  private boolean intra;
  private double seconds;

  /** Says which picture the arrays now hold. */
  public void stamp(long ticks, double seconds, boolean intra) {
    this.ticks = ticks;
    this.seconds = seconds;
    this.intra = intra;
  }

  /** The same picture, to be kept. */
  public SmallPicture copy() {
    SmallPicture copy = new SmallPicture();
    System.arraycopy(luma, 0, copy.luma, 0, luma.length);
    System.arraycopy(cb, 0, copy.cb, 0, cb.length);
    System.arraycopy(cr, 0, copy.cr, 0, cr.length);
    copy.stamp(ticks, seconds, intra);
    return copy;
  }

  /** Presentation time; zero is the film's first picture. */
  public double seconds() {
    return seconds;
  }

  /** The picture's time stamp in the stream's own ticks: its name in {@link PictureClock}. */
  public long ticks() {
    return ticks;
  }

  /** Coded without reference to others. Encoders put such a picture where a shot begins. */
  public boolean intra() {
    return intra;
  }
}
