package com.movierecap.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Files that FFmpeg reads as one, each beginning where the one before it ends.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-formats.html#concat">concat</a>
 */
public final class Sequence {
  /**
   * @param file beside the list
   */
  public record Part(Path file, double seconds) {}

  private Sequence() {}

  /**
   * @param list to be written
   * @param options for reading it
   */
  public static FfmpegInput of(List<Part> parts, Path list, String... options) throws IOException {
    StringBuilder text = new StringBuilder("ffconcat version 1.0\n");
    for (Part part : parts) {
      text.append("file ")
          .append(part.file().getFileName())
          .append(String.format(Locale.ROOT, "\nduration %.6f\n", part.seconds()));
    }
    Files.writeString(list, text);
    return new FfmpegInput(list, "concat", options);
  }
}
