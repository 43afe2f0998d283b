package com.movierecap.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes small films with known contents, with the FFmpeg program the build has unpacked. */
public final class TestFilms {
  private static final Path PROGRAMS =
      Path.of("target/worker/native/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64-gpl").toAbsolutePath();

  private TestFilms() {}

  /** Writes what the program reads from its standard input. */
  public interface Source {
    void write(OutputStream out) throws IOException;
  }

  /** Runs the program quietly; the last argument is the file it writes. */
  public static Path make(String... arguments) {
    return makeFrom(out -> {}, arguments);
  }

  /** The same with an input named {@code -}. */
  public static Path makeFrom(Source source, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(PROGRAMS.resolve("ffmpeg").toString(), "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", PROGRAMS.toString());
    try {
      Process process = builder.start();
      try (OutputStream out = process.getOutputStream()) {
        source.write(out);
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Path.of(arguments[arguments.length - 1]);
  }

  /**
   * Five shots at 24 pictures a second that begin with pictures 0, 31, 65, 98 and 140; 168
   * pictures, with a tone that pauses from second 3 to 4.
   *
   * @param encoder arguments for the video encoder
   */
  public static Path fiveShots(Path file, String... encoder) {
    List<String> arguments = new ArrayList<>();
    String[] pictures = {
      "testsrc=s=640x360:r=24",
      "mandelbrot=s=640x360:r=24",
      "testsrc2=s=640x360:r=24",
      "smptebars=s=640x360:r=24",
      "rgbtestsrc=s=640x360:r=24"
    };
    int[] lengths = {31, 34, 33, 42, 28};
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < pictures.length; i++) {
      arguments.addAll(List.of("-f", "lavfi", "-i", pictures[i]));
      graph.append(
          "[%d:v]trim=end_frame=%d,setsar=1,format=yuv420p[v%d];".formatted(i, lengths[i], i));
    }
    arguments.addAll(
        List.of("-f", "lavfi", "-i", "sine=f=440:r=48000:d=7,volume=0:enable='between(t,3,4)'"));
    graph.append("[v0][v1][v2][v3][v4]concat=n=5:v=1[v]");
    arguments.addAll(List.of("-filter_complex", graph.toString(), "-map", "[v]", "-map", "5:a"));
    arguments.addAll(List.of("-c:a", "aac"));
    arguments.addAll(List.of(encoder));
    arguments.addAll(List.of("-shortest", file.toString()));
    return make(arguments.toArray(String[]::new));
  }

  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
