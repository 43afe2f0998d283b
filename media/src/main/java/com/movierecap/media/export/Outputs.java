package com.movierecap.media.export;

import com.movierecap.media.Json;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Recap;
import com.movierecap.media.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What goes out with a recap, by the names of the public contract. The renderer writes the MP4, its
 * captions and pictures; this writes the documents.
 */
public final class Outputs {
  /** Every file of a finished recap. */
  public static final List<String> NAMES =
      List.of(
          "recap.mp4",
          "recap.vtt",
          "recap.json",
          "poster.jpg",
          "storyboard.jpg",
          "storyboard.vtt",
          "synopsis.txt",
          "recap.edl",
          "recap.otio");

  private Outputs() {}

  /** Writes {@code recap.json recap.edl recap.otio synopsis.txt} into {@code out}. */
  public static void write(Path out, String filmName, Recap recap, String synopsis) {
    MovieInfo movie = recap.movie();
    Timeline timeline = new Timeline(recap.picks());
    Json.write(out.resolve("recap.json"), recap);
    Json.write(out.resolve("recap.otio"), Otio.of(filmName, movie, timeline));
    try {
      Files.writeString(out.resolve("recap.edl"), Edl.of(filmName, movie, timeline));
      Files.writeString(
          out.resolve("synopsis.txt"), synopsis.endsWith("\n") ? synopsis : synopsis + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
