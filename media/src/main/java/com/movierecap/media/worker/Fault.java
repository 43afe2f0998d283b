package com.movierecap.media.worker;

import com.movierecap.media.ffmpeg.FfmpegException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to tell of a fault of ours: what happened, and nothing of our files and programs. */
final class Fault {
  private Fault() {}

  static String sentence(Throwable fault) {
    for (@Nullable Throwable e = fault; e != null; e = e.getCause()) {
      if (e instanceof FileSystemException file) {
        return Objects.requireNonNullElse(file.getReason(), "a file could not be read or written");
      }
      String message = String.valueOf(e.getMessage());
      if (e instanceof IOException && !message.contains("/") && e.getMessage() != null) {
        return message;
      }
      if (e instanceof FfmpegException && e.getCause() == null) {
        return message;
      }
    }
    return fault instanceof FfmpegException
        ? String.valueOf(fault.getMessage())
        : "something failed that should not have, " + fault.getClass().getSimpleName();
  }
}
