package com.movierecap.media.reading;

import com.movierecap.media.Accuracy;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import java.nio.file.Path;

/** Reads the films it is given, one after the other, and prints a line about each. */
final class FuzzedFilms {
  private FuzzedFilms() {}

  public static void main(String[] films) {
    for (String film : films) {
      System.out.println(film + " " + read(Path.of(film)));
    }
    System.exit(0);
  }

  private static String read(Path film) {
    long[] count = new long[2];
    try (FilmReader reader = FilmReaders.open(film, Accuracy.NORMAL)) {
      reader.read(
          new FilmListener() {
            @Override
            public void picture(SmallPicture picture) {
              count[0]++;
            }

            @Override
            public void sound(SoundBlock block) {
              count[1] += block.frames();
            }

            @Override
            public void progress(double done) {
              // says nothing of the film
            }
          });
      reader.info();
      reader.subtitles();
      reader.readBetween(5, 8, p -> count[0]++);
      return "read " + count[0] + " pictures";
    } catch (UnusableInputException e) {
      return "refused " + e.reason();
    } catch (RuntimeException | Error e) {
      return "fault " + e + " at " + e.getStackTrace()[0];
    }
  }
}
