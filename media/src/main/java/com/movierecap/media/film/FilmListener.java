package com.movierecap.media.film;

/** Gets what {@link FilmReader} reads, in the order of the file, all in one thread. */
public interface FilmListener {
  void picture(SmallPicture picture);

  void sound(SoundBlock block);

  /**
   * @param done 0..1, by time
   */
  void progress(double done);
}
