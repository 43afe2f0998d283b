package com.movierecap.media.ffmpeg;

/**
 * The FFmpeg program failed on something that should have worked: our fault, not the customer's.
 */
public final class FfmpegException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String said;

  /**
   * @param message for whoever waits for the work: without names of our files
   */
  public FfmpegException(String message) {
    this(message, "");
  }

  /**
   * @param message for whoever waits for the work: without names of our files
   * @param said by the program, for us
   */
  FfmpegException(String message, String said) {
    super(message);
    this.said = said;
  }

  public FfmpegException(String message, Throwable cause) {
    super(message, cause);
    this.said = "";
  }

  /** For a log. */
  @Override
  public String toString() {
    return said.isEmpty() ? super.toString() : super.toString() + ": " + said;
  }
}
