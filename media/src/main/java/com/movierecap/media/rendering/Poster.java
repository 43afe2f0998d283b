package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.ffmpeg.Colours;
import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one picture that stands for the film. */
final class Poster {
  private static final int WIDEST = 1280;

  /** Screen recordings and slides show a picture for long. */
  private static final double LATEST_SECONDS = 10;

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
    byte[] rgb = new byte[0];
    int bytes = width * height * 3;
    double half = rate.seconds(1) / 2;
    for (int attempt = 0; attempt < SourceFilm.ATTEMPTS && rgb.length < bytes; attempt++) {
      rgb = grab(film, seconds, half, attempt, width, height);
    }
    if (rgb.length < bytes) {
      rgb = grab(film, 0, half, SourceFilm.ATTEMPTS, width, height);
    }
    if (rgb.length < bytes) {
      throw new FfmpegException("no picture could be taken for the poster");
    }
    Jpeg.write(Jpeg.picture(rgb, 0, width, height), out.resolve("poster.jpg"));
  }

  /** Empty where none was read, or one that is shown much later. */
  private static byte[] grab(
      SourceFilm film, double seconds, double half, int attempt, int width, int height) {
    List<String> arguments =
        new ArrayList<>(film.pictures(seconds, attempt, "-an", "-sn").arguments());
    double from = film.fileSeconds(Math.max(0, seconds)) - half;
    arguments.addAll(
        List.of(
            "-map",
            "0:" + film.video(),
            "-frames:v",
            "1",
            "-vf",
            "settb=AVTB,trim=start="
                + SourceFilm.decimal(from)
                + ":end="
                + SourceFilm.decimal(from + LATEST_SECONDS)
                + ",scale="
                + width
                + ":"
                + height
                + Colours.filters(film.probe().picture())
                // one that is put in by itself does not look at what was said of the colours
                + ",scale=in_color_matrix=auto,format=rgb24",
            "-f",
            "rawvideo",
            "pipe:1"));
    return FfmpegProgram.read(arguments);
  }
}
