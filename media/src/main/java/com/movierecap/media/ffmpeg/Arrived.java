package com.movierecap.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What FFmpeg got out of a film on its way to an encoder, told by a second output in the form of
 * its {@code framecrc}.
 */
public final class Arrived {
  /**
   * A picture, or some sound.
   *
   * @param seconds when it begins
   * @param length in seconds
   */
  public record Block(double seconds, double length) {}

  private Arrived() {}

  /** Arguments that write down what comes out of a filter. */
  public static List<String> to(String label, Path file) {
    return List.of(
        "-map",
        label,
        "-fps_mode",
        "passthrough",
        "-c:v",
        "rawvideo",
        "-c:a",
        "pcm_f32le",
        "-f",
        "framecrc",
        file.toString());
  }

  public static List<Block> read(Path file) throws IOException {
    return Files.exists(file) ? of(Files.readAllLines(file)) : List.of();
  }

  static List<Block> of(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    double tick = 1;
    for (String line : lines) {
      if (line.startsWith("#tb 0:")) {
        String[] fraction = line.substring("#tb 0:".length()).strip().split("/");
        tick = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
      } else if (!line.startsWith("#")) {
        String[] fields = line.split(",");
        if (fields.length > 3) {
          blocks.add(
              new Block(
                  Long.parseLong(fields[2].strip()) * tick,
                  Long.parseLong(fields[3].strip()) * tick));
        }
      }
    }
    return blocks;
  }
}
