package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import com.movierecap.media.ffmpeg.Colours;
import com.movierecap.media.ffmpeg.ProcessPool;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** The film's poster, and its storyboard with one tile a shot, for its page in the library. */
public final class FilmPictures {
  private static final int MOST_TILES = 120;

  private FilmPictures() {}

  /**
   * Writes {@code poster.jpg storyboard.jpg storyboard.vtt} into {@code out}.
   *
   * @param seen while the film was analysed
   */
  public static void write(Path film, MovieAnalysis analysis, SparsePictures seen, Path out) {
    FrameRate rate = FrameRate.of(analysis.movie().frameRate());
    Path work = RecapRenderer.temporaryFolder(out);
    try (ProcessPool runs = new ProcessPool(1)) {
      SourceFilm source = SourceFilm.open(film, analysis.movie(), work);
      Future<?> poster = runs.run(() -> Poster.write(source, rate, analysis.posterSeconds(), out));
      storyboard(analysis, seen, Colours.matrix(source.probe().picture())).write(out);
      ProcessPool.await(poster);
    } finally {
      RecapRenderer.delete(work);
    }
  }

  private static Storyboard storyboard(MovieAnalysis analysis, SparsePictures seen, String matrix) {
    PictureSize size = Storyboard.tile(analysis.movie().width(), analysis.movie().height());
    List<BufferedImage> tiles = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (Shot shot : chosen(analysis.shots())) {
      double middle = (shot.startSeconds() + shot.endSeconds()) / 2;
      seen.nearest(shot.startSeconds(), middle, shot.endSeconds(), size, matrix)
          .ifPresent(
              tile -> {
                tiles.add(tile);
                starts.add(shot.startSeconds());
              });
    }
    starts.add(analysis.movie().durationSeconds());
    Storyboard storyboard = new Storyboard(size);
    for (int i = 0; i < tiles.size(); i++) {
      // a shot of which no picture was kept is shown by the one before
      storyboard.add(tiles.get(i), new TimeRange(starts.get(i), starts.get(i + 1)));
    }
    return storyboard;
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
}
