package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is in a file that was written, told by its packets. */
final class Written {
  /** A packet of AAC is shorter. */
  private static final double SOUND_TOLERANCE_SECONDS = 0.05;

  private Written() {}

  static long pictures(Path file) {
    return ask(file, "v:0", "packet=flags").lines().filter(l -> !l.contains("D")).count();
  }

  /**
   * @throws FfmpegException where the file is shorter than it should be
   */
  static void check(Path file, long pictures, double seconds, boolean sound) {
    long written = pictures(file);
    if (written < pictures) {
      throw new FfmpegException(written + " of " + pictures + " pictures were written");
    }
    if (sound) {
      double heard =
          ask(file, "a:0", "stream=duration")
              .lines()
              .filter(l -> l.matches("[0-9.]+"))
              .mapToDouble(Double::parseDouble)
              .findFirst()
              .orElse(0);
      if (heard < seconds - SOUND_TOLERANCE_SECONDS) {
        throw new FfmpegException(
            String.format(Locale.ROOT, "%.2f of %.2f s of sound were written", heard, seconds));
      }
    }
  }

  private static String ask(Path file, String stream, String entries) {
    return FfmpegProgram.probe(
        List.of(
            "-of",
            "csv=print_section=0",
            "-select_streams",
            stream,
            "-show_entries",
            entries,
            file.toString()));
  }
}
