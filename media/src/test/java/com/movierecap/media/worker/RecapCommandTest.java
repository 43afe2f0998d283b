package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Json;
import com.movierecap.media.OutputFile;
import com.movierecap.media.Recap;
import com.movierecap.media.demo.DemoFilm;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecapCommandTest {
  @TempDir static Path folder;
  private static Path film = Path.of("");

  @BeforeAll
  static void make() throws IOException {
    film = Files.createDirectories(folder.resolve("films")).resolve("demo.mp4");
    DemoFilm.make(film, 0.25);
  }

  @Test
  void aRecapOfTheDemoFilmHasEveryFileTheLengthAndTheLoudnessAskedFor() {
    Path out = folder.resolve("some/where");
    assertThat(RecapCommand.run(film.toString(), "--length", "30s", "--out", out.toString()))
        .isZero();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrderElementsOf(
            Json.read(out.resolve("recap.json"), Recap.class).outputs().stream()
                .map(OutputFile::name)
                .toList());
    assertThat(folder.resolve("some").toFile().list()).containsExactly("where");
    Recap recap = Json.read(out.resolve("recap.json"), Recap.class);
    assertThat(recap.lengthSeconds()).isCloseTo(30, within(0.05));
    assertThat(recap.loudnessLufs()).isCloseTo(-16, within(0.5));
    String duration =
        FfmpegProgram.probe(
            List.of(
                "-of",
                "csv=p=0",
                "-show_entries",
                "format=duration",
                out.resolve("recap.mp4").toString()));
    assertThat(Double.parseDouble(duration.strip())).isCloseTo(30, within(0.05));
  }

  @Test
  void aLengthBeyondTheFilmsIsBadUsageAndLeavesNothingBehind() {
    Path out = folder.resolve("long/out");
    assertThat(RecapCommand.run(film.toString(), "--length", "80s", "--out", out.toString()))
        .isEqualTo(2);
    assertThat(folder.resolve("long").toFile().list()).isEmpty();
  }

  @Test
  void aFileThatIsNoFilmLeavesNothingBehind() throws IOException {
    Path noFilm = Files.createFile(folder.resolve("empty.mp4"));
    Path out = folder.resolve("none/out");
    assertThat(RecapCommand.run(noFilm.toString(), "--out", out.toString())).isEqualTo(3);
    assertThat(folder.resolve("none").toFile().list()).isEmpty();
  }
}
