package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The film's poster, and its storyboard with one tile a shot, for its page in the library. */
public final class FilmPictures {
  private static final int MOST_TILES = 120;

  /** Inputs of one run: each opens the film anew, a start of the program costs as much. */
  private static final int TILES_A_RUN = 12;

  private FilmPictures() {}

  /** Writes {@code poster.jpg storyboard.jpg storyboard.vtt} into {@code out}. */
  public static void write(Path film, MovieAnalysis analysis, Path out) {
    SourceFilm source = SourceFilm.open(film);
    FrameRate rate = FrameRate.of(analysis.movie().frameRate());
    Poster.write(source, rate, analysis.posterSeconds(), out);
    List<Shot> shots = chosen(analysis.shots());
    Storyboard storyboard = new Storyboard(source.width(), source.height());
    for (int from = 0; from < shots.size(); from += TILES_A_RUN) {
      List<Shot> some = shots.subList(from, Math.min(shots.size(), from + TILES_A_RUN));
      tiles(source, some, storyboard, out);
    }
    storyboard.write(out);
  }

  /** All shots of a film of few, else evenly chosen ones, the first among them. */
  static List<Shot> chosen(List<Shot> shots) {
    if (shots.size() <= MOST_TILES) {
      return shots;
    }
    List<Shot> chosen = new ArrayList<>();
    for (int i = 0; i < MOST_TILES; i++) {
      chosen.add(shots.get((int) ((long) i * shots.size() / MOST_TILES)));
    }
    return chosen;
  }

  /**
   * One tile a shot: the keyframe before its middle, which most encoders put at its cut. Decoding
   * up to the exact picture would cost a second a tile in a large film.
   */
  private static void tiles(SourceFilm film, List<Shot> shots, Storyboard to, Path out) {
    int height = Storyboard.tileHeight(film.width(), film.height());
    List<String> arguments = new ArrayList<>();
    for (Shot shot : shots) {
      double middle = (shot.startSeconds() + shot.endSeconds()) / 2;
      arguments.addAll(
          film.from(middle, 10, "-noaccurate_seek", "-skip_frame", "nokey", "-threads", "1", "-an")
              .arguments());
    }
    List<Path> files = new ArrayList<>();
    try {
      for (int i = 0; i < shots.size(); i++) {
        Path file = Files.createTempFile(out, "tile", ".rgb");
        files.add(file);
        arguments.addAll(
            List.of(
                "-map",
                i + ":" + film.video(),
                "-frames:v",
                "1",
                "-vf",
                "scale=" + Storyboard.TILE_WIDTH + ":" + height + ",format=rgb24",
                "-f",
                "rawvideo",
                file.toString()));
      }
      FfmpegProgram.run(arguments);
      for (int i = 0; i < shots.size(); i++) {
        byte[] rgb = Files.readAllBytes(files.get(i));
        Shot shot = shots.get(i);
        // a shot at the very end of a film may have no keyframe left to find
        to.add(
            rgb.length < to.tileBytes() ? new byte[to.tileBytes()] : rgb,
            0,
            new TimeRange(shot.startSeconds(), shot.endSeconds()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      files.forEach(f -> f.toFile().delete());
    }
  }
}
