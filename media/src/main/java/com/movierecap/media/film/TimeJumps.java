package com.movierecap.media.film;

/**
 * Notices where the time stamps of a film jump, as they do where recordings were joined byte by
 * byte: the second goes on from where its own clock was, hours later or from the start again.
 */
public final class TimeJumps {
  /** Thrown before anything of such a film was handed over: it is to be read in another way. */
  public static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Found() {
      super("the film's time stamps jump");
    }
  }

  /** FFmpeg takes less for a gap in a recording, and so do players. */
  private static final double LONGEST_GAP_SECONDS = 10;

  private static final double BACK_SECONDS = 0.5;

  private double last = Double.NaN;
  private boolean found;

  /**
   * Takes note of a packet, in the order of the file.
   *
   * @param seconds when it is decoded; not a number where the film does not tell
   */
  public void note(double seconds) {
    double step = seconds - last;
    found |= step > LONGEST_GAP_SECONDS || step < -BACK_SECONDS;
    last = Double.isNaN(seconds) ? last : seconds;
  }

  public boolean found() {
    return found;
  }
}
