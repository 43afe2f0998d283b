package com.movierecap.it;

import com.movierecap.media.demo.DemoFilm;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Films that the tests make themselves, each once. */
final class Films {
  private static final Path FOLDER = TestStack.STATE.resolve("films");

  private Films() {}

  /** The demo film at a quarter of its size; its subtitles lie beside it. */
  static synchronized Path demo() {
    var film = FOLDER.resolve("demo.mp4");
    if (!Files.exists(film)) {
      folder();
      DemoFilm.make(film, 0.25);
    }
    return film;
  }

  static Path subtitles() {
    return DemoFilm.subtitles(demo());
  }

  /** The demo film with two subtitle tracks of its own: the usual ones, and these. */
  static Path twoTracks(String second) throws IOException {
    var words = Files.writeString(Files.createTempFile("second", ".srt"), second);
    var film = Files.createTempFile("tracks", ".mkv");
    run(
        film,
        "-i",
        demo().toString(),
        "-i",
        subtitles().toString(),
        "-i",
        words.toString(),
        "-map",
        "0",
        "-map",
        "1",
        "-map",
        "2",
        "-c",
        "copy",
        "-metadata:s:s:0",
        "language=eng",
        "-metadata:s:s:1",
        "language=deu");
    return film;
  }

  /** The demo film at full size: a worker is busy with it long enough to be killed. */
  static synchronized Path large() {
    var film = FOLDER.resolve("large.mp4");
    if (!Files.exists(film)) {
      folder();
      DemoFilm.make(film);
    }
    return film;
  }

  /** A film made by the FFmpeg program from test sources, such as {@code -f lavfi -i testsrc}. */
  static synchronized byte[] ffmpeg(String name, String... arguments) {
    folder();
    var film = FOLDER.resolve(name);
    run(film, arguments);
    try {
      return Files.readAllBytes(film);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a film shows at a time. */
  static BufferedImage picture(byte[] film, double seconds) {
    folder();
    try {
      var file = Files.write(Files.createTempFile(FOLDER, "film", ".mp4"), film);
      var png = Files.createTempFile(FOLDER, "picture", ".png");
      run(png, "-ss", Double.toString(seconds), "-i", file.toString(), "-frames:v", "1");
      return ImageIO.read(png.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path out, String... arguments) {
    var home =
        TestStack.PROJECT.resolve(
            "media/target/worker/native/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64-gpl");
    var command = new ArrayList<>(List.of(home.resolve("ffmpeg").toString(), "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(out.toString());
    try {
      var builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("LD_LIBRARY_PATH", home.toString());
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("ffmpeg ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void folder() {
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
