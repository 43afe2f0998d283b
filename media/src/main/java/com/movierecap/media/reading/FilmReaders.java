package com.movierecap.media.reading;

import com.movierecap.media.Accuracy;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.BareFilm;
import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.ffmpeg.PipeFilmReader;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.humble.HumbleFilmReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens films. */
public final class FilmReaders {
  private static final String ORDERED_CHAPTERS =
      "The film has ordered chapters, by which players leave parts of it out, repeat them or show"
          + " them in another order: it was read as it lies in the file.";

  private FilmReaders() {}

  /** Opens a film whose usual tracks are to be read. */
  public static FilmReader open(Path film, Accuracy accuracy) {
    return open(film, TrackChoice.USUAL, accuracy);
  }

  /**
   * @param tracks which are read
   * @param accuracy how closely the film is looked at
   * @throws UnusableInputException where the file is no film we can read, or has no such tracks
   */
  public static FilmReader open(Path film, TrackChoice tracks, Accuracy accuracy) {
    FilmContainer container;
    @Nullable IsoBoxes boxes = null;
    try {
      container = FilmContainer.sniff(head(film));
      boxes = container == FilmContainer.ISO ? IsoBoxes.check(film) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HumbleFilmReader.prepare();
    FilmProbe probe = chaptered(probe(film, container, tracks, boxes));
    if (container.bare()) {
      return new BareReader(
          folder -> BareFilm.copy(probe, folder),
          copy -> reader(FilmProbe.of(copy, FilmContainer.MATROSKA, tracks), false, accuracy));
    }
    boolean edited = boxes != null && boxes.edited();
    FilmReader reader = reader(probe, edited, accuracy);
    return container.canBeJoined()
        ? new BroadcastReader(probe, reader, copy -> reader(copy, false, accuracy))
        : reader;
  }

  private static FilmProbe chaptered(FilmProbe probe) {
    try {
      boolean reordered =
          probe.container() == FilmContainer.MATROSKA
              && MatroskaChapters.reordered(probe.file(), probe.declaredSeconds());
      return reordered ? probe.warned(ORDERED_CHAPTERS) : probe;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FilmReader reader(FilmProbe probe, boolean edited, Accuracy accuracy) {
    if (!edited && HumbleFilmReader.reads(probe)) {
      try {
        return HumbleFilmReader.open(probe, accuracy);
      } catch (IOException e) {
        // a younger way to write the container; the younger program may know it
        return new PipeFilmReader(probe, accuracy);
      }
    }
    return new PipeFilmReader(probe, accuracy);
  }

  private static byte[] head(Path film) throws IOException {
    try (InputStream in = Files.newInputStream(film)) {
      return in.readNBytes(FilmContainer.HEAD_BYTES);
    }
  }

  private static FilmProbe probe(
      Path film, FilmContainer container, TrackChoice tracks, @Nullable IsoBoxes boxes) {
    try {
      return FilmProbe.of(film, container, tracks);
    } catch (UnusableInputException e) {
      if (boxes != null && boxes.cutOff() && e.reason() == Reason.DAMAGED) {
        throw new UnusableInputException(Reason.TRUNCATED, "it cannot be opened");
      }
      if (boxes != null && boxes.hasVideoTrack() && boxes.videoCodec() == null) {
        throw new UnusableInputException(Reason.DAMAGED, "its video track describes no codec");
      }
      throw e;
    }
  }
}
