package com.movierecap.media.reading;

import com.movierecap.media.MovieInfo;
import com.movierecap.media.ffmpeg.ScratchFolder;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.subtitles.SubtitleTrack;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a film of pictures alone from a copy that has times. */
final class BareReader implements FilmReader {
  private final ScratchFolder folder = new ScratchFolder();
  private final FilmReader reader;

  /**
   * @param copy writes the copy into a folder
   * @param open reads it
   */
  BareReader(Function<Path, Path> copy, Function<Path, FilmReader> open) {
    boolean ready = false;
    try {
      reader = open.apply(copy.apply(folder.path()));
      ready = true;
    } finally {
      if (!ready) {
        folder.close();
      }
    }
  }

  @Override
  public void read(FilmListener listener) {
    reader.read(listener);
  }

  @Override
  public double shape() {
    return reader.shape();
  }

  @Override
  public PictureClock clock() {
    return reader.clock();
  }

  @Override
  public MovieInfo info() {
    return reader.info();
  }

  @Override
  public List<SubtitleTrack> subtitles() {
    return reader.subtitles();
  }

  @Override
  public void readBetween(int from, int to, Consumer<SmallPicture> out) {
    reader.readBetween(from, to, out);
  }

  @Override
  public void close() {
    reader.close();
    folder.close();
  }
}
