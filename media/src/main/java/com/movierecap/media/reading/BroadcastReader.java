package com.movierecap.media.reading;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureShape;
import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.ffmpeg.RejoinedFilm;
import com.movierecap.media.ffmpeg.ScratchFolder;
import com.movierecap.media.ffmpeg.ShapeChanges;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.TimeJumps;
import com.movierecap.media.subtitles.SubtitleTrack;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what recorders write: as it is, or, where its time stamps turn out to jump, from a copy
 * whose do not. Looks where its shape changes, too.
 */
final class BroadcastReader implements FilmReader {
  private static final String WARNING =
      "The film is joined from recordings whose time stamps jump: each was put behind the one"
          + " before it.";

  private final FilmProbe film;
  private final Function<FilmProbe, FilmReader> open;
  private FilmProbe read;
  private FilmReader reader;
  private @Nullable ScratchFolder folder;
  private List<PictureShape> shapes = List.of();

  /**
   * @param reader of the film as it is
   * @param open reads the copy
   */
  BroadcastReader(FilmProbe film, FilmReader reader, Function<FilmProbe, FilmReader> open) {
    this.film = film;
    this.read = film;
    this.reader = reader;
    this.open = open;
  }

  @Override
  public void read(FilmListener listener) {
    try {
      reader.read(listener);
    } catch (TimeJumps.Found e) {
      reader.close();
      read = FilmProbe.of(RejoinedFilm.copy(film, opened().path()), FilmContainer.MATROSKA);
      reader = open.apply(read);
      reader.read(listener);
    }
    PictureClock clock = reader.clock();
    double zero = clock.ticksOf(0) * read.picture().tick().value();
    shapes = ShapeChanges.of(read, zero, clock.durationSeconds());
  }

  private ScratchFolder opened() {
    ScratchFolder made = new ScratchFolder();
    folder = made;
    return made;
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
    MovieInfo info = reader.info().shaped(shapes);
    return folder == null ? info : info.rejoined(film.tracks()).warned(WARNING);
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
    if (folder != null) {
      folder.close();
    }
  }
}
