package com.movierecap.media.film;

import com.movierecap.media.MovieInfo;
import com.movierecap.media.subtitles.SubtitleTrack;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one film: its pictures shrunk, its sound, its text subtitles, in one pass. The readers
 * agree on every time: zero is the first picture that can be shown, and a picture's index counts
 * all pictures of the film, also those that were not decoded.
 */
public interface FilmReader extends AutoCloseable {
  /**
   * Reads the film from end to end.
   *
   * @throws com.movierecap.media.UnusableInputException where what was decoded falls short of a
   *     whole film
   */
  void read(FilmListener listener);

  /** The film's width by its height, as shown; known from the start. */
  double shape();

  /** Known once the film was read. */
  PictureClock clock();

  /** Known once the film was read. */
  MovieInfo info();

  /** Of the film's own tracks of text, in film time; known once the film was read. */
  List<SubtitleTrack> subtitles();

  /**
   * Decodes every picture whose index lies in {@code from..to}, both inclusive, once the film was
   * read.
   */
  void readBetween(int from, int to, Consumer<SmallPicture> out);

  @Override
  void close();
}
