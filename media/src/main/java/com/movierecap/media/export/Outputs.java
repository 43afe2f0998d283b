package com.movierecap.media.export;

import com.movierecap.json.Json;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.OutputFile;
import com.movierecap.media.RecapResult;
import com.movierecap.media.Timeline;
import com.movierecap.media.rendering.CutList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The documents that go out with a recap, by the names of the public contract; the renderer writes
 * all that is seen and heard.
 */
public final class Outputs {
  private static final List<String> NAMES =
      List.of("recap.json", "recap.edl", "recap.otio", "recap.fcpxml", "synopsis.txt");

  private Outputs() {}

  /** The documents' files. */
  public static List<OutputFile> documents() {
    return NAMES.stream().map(OutputFile::named).toList();
  }

  /** Writes the {@link #documents()} into {@code out}. */
  public static void write(Path out, String filmName, RecapResult recap, String synopsis) {
    MovieInfo movie = recap.movie();
    CutList cuts = CutList.of(new Timeline(recap.picks()), movie);
    Json.writeIndented(out.resolve("recap.json"), recap);
    Json.writeIndented(out.resolve("recap.otio"), Otio.of(filmName, movie, cuts));
    try {
      Files.writeString(out.resolve("recap.edl"), Edl.of(filmName, movie, cuts));
      Files.writeString(out.resolve("recap.fcpxml"), Fcpxml.of(filmName, movie, cuts));
      Files.writeString(
          out.resolve("synopsis.txt"), synopsis.endsWith("\n") ? synopsis : synopsis + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
