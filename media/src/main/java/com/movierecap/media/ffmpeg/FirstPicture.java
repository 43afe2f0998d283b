package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When a film's first picture is shown, on the file's clock: there the film's own begins. */
final class FirstPicture {
  /**
   * AVI tells when pictures are decoded only, and broadcasts are recorded from anywhere: with
   * pictures that need others from before. Elsewhere the head tells the truth.
   */
  private static final Set<FilmContainer> TO_BE_LOOKED_AT =
      EnumSet.of(FilmContainer.AVI, FilmContainer.MPEG_TS, FilmContainer.MPEG_PS);

  private FirstPicture() {}

  /**
   * @param copied from such a film
   */
  static double seconds(FilmProbe film, boolean copied) {
    double told = film.picture().startSeconds();
    if (!copied && !TO_BE_LOOKED_AT.contains(film.container())) {
      return told;
    }
    List<String> arguments =
        new ArrayList<>(
            new FfmpegInput(film.file(), film.container().demuxer(), "-copyts", "-an", "-sn")
                .arguments());
    arguments.addAll(
        List.of(
            "-map",
            "0:" + film.picture().index(),
            "-frames:v",
            "1",
            "-vf",
            "crop=8:8:0:0",
            "-fps_mode",
            "passthrough",
            "-enc_time_base",
            "demux",
            "-f",
            "framecrc",
            "pipe:1"));
    try {
      byte[] text = FfmpegProgram.read(arguments);
      return Arrived.of(new String(text, StandardCharsets.US_ASCII).lines().toList()).stream()
          .mapToDouble(Arrived.Block::seconds)
          .findFirst()
          .orElse(told);
    } catch (FfmpegException e) {
      // whoever reads on will say what is wrong with the film
      return told;
    }
  }
}
