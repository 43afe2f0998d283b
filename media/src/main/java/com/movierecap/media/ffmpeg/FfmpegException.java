package com.movierecap.media.ffmpeg;

/**
 * The FFmpeg program failed on something that should have worked: our fault, not the customer's.
 */
public final class FfmpegException extends RuntimeException {
  public FfmpegException(String message) {
    super(message);
  }

  public FfmpegException(String message, Throwable cause) {
    super(message, cause);
  }
}
