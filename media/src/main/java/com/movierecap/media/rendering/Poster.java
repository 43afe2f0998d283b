package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one picture that stands for the film. */
final class Poster {
  private static final int WIDEST = 1280;

  private Poster() {}

  /**
   * Writes {@code poster.jpg}: exactly the picture shown at a time, in the film's shape.
   *
   * @param seconds on the film's clock; a time outside gives the first picture
   */
  static void write(SourceFilm film, FrameRate rate, double seconds, Path out) {
    double scale = Math.min(1, WIDEST / (double) film.width());
    int width = PictureSize.even(film.width() * scale);
    int height = PictureSize.even(film.height() * scale);
    // half a picture early: seeking keeps what begins at or after the time given
    double half = rate.seconds(1) / 2;
    byte[] rgb = grab(film, Math.max(0, seconds - half), width, height);
    if (rgb.length < width * height * 3) {
      rgb = grab(film, 0, width, height);
    }
    if (rgb.length < width * height * 3) {
      throw new FfmpegException("no picture could be taken for the poster");
    }
    Jpeg.write(Jpeg.picture(rgb, 0, width, height), out.resolve("poster.jpg"));
  }

  private static byte[] grab(SourceFilm film, double seconds, int width, int height) {
    double from = Math.max(0, seconds - film.preroll());
    List<String> arguments =
        new ArrayList<>(film.from(from, film.preroll() + 10, "-an", "-sn").arguments());
    arguments.addAll(
        List.of(
            "-map",
            "0:" + film.video(),
            "-frames:v",
            "1",
            "-vf",
            "trim=start="
                + SourceFilm.decimal(seconds - from)
                + ",scale="
                + width
                + ":"
                + height
                + ",format=rgb24",
            "-f",
            "rawvideo",
            "pipe:1"));
    return FfmpegProgram.read(arguments);
  }
}
