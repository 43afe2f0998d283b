package com.movierecap.local;

import com.movierecap.media.demo.DemoFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo film, made once per state directory. */
final class DemoFilms {
  private DemoFilms() {}

  static DemoJourney.Film make(StateDirectory state) throws IOException {
    Path folder = state.folder("demo");
    Path film = folder.resolve("demo.mp4");
    Path subtitles = folder.resolve("demo.srt");
    // the subtitles are written last: where they are, the film is whole
    if (!Files.exists(subtitles)) {
      DemoFilm.make(film);
    }
    return new DemoJourney.Film(DemoFilm.TITLE, film, Files.exists(subtitles) ? subtitles : null);
  }
}
