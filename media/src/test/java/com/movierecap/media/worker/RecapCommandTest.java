package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.json.Json;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.OutputFile;
import com.movierecap.media.RecapResult;
import com.movierecap.media.demo.DemoFilm;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.subtitles.SubtitleParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
            Json.read(out.resolve("recap.json"), RecapResult.class).outputs().stream()
                .map(OutputFile::name)
                .toList());
    assertThat(folder.resolve("some").toFile().list()).containsExactly("where");
    RecapResult recap = Json.read(out.resolve("recap.json"), RecapResult.class);
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

  @Test
  void subtitlesThatComeLateAreToldAndMended() throws IOException {
    Path srt = film.resolveSibling("demo.srt");
    String late = Files.readString(srt).replaceAll("00:0(\\d:\\d\\d,)", "00:1$1");
    Path words =
        Files.writeString(
            folder.resolve("late.srt"), late + "\n99\n00:00:xx --> 00:00:01,000\nx\n");
    Path kept = folder.resolve("late.json");
    List<String> order =
        List.of(
            film.toString(),
            "--length",
            "10",
            "--analysis",
            kept.toString(),
            "--subtitles",
            words.toString());
    Path out = folder.resolve("late");
    String said = err(order, "--out", out.toString());
    assertThat(said)
        .contains("recap: warning: 1 of 18 subtitles are left out: their times cannot be read.")
        .contains("recap: warning: All subtitles lie outside of the film and are left out.");
    assertThat(Files.readString(out.resolve("synopsis.txt")).strip()).isEmpty();
    String mended = err(order, "--out", out.toString(), "--subtitle-offset", "-600");
    assertThat(mended).doesNotContain("outside");
    assertThat(Json.read(kept, MovieAnalysis.class).cues())
        .extracting(Cue::text)
        .isEqualTo(
            SubtitleParser.parse(Files.readAllBytes(srt)).cues().stream().map(Cue::text).toList());
    assertThat(Files.readString(out.resolve("synopsis.txt"))).isNotBlank();
  }

  @Test
  void subtitlesThatMerelyLieBesideTheFilmDoNotStopIt() throws IOException {
    Path other =
        Files.copy(film, Files.createDirectories(folder.resolve("dvd")).resolve("dvd.mp4"));
    Files.write(other.resolveSibling("dvd.sub"), new byte[] {0, 0, 1, (byte) 0xBA, 0x44, 1, 2});
    Path out = folder.resolve("dvd-out");
    String said =
        err(List.of(other.toString(), "--length", "5", "--preview", "--out", out.toString()));
    assertThat(said).contains("recap: left aside: The subtitles are in no format we can read.");
    assertThat(out.resolve("recap.mp4")).exists();
  }

  @Test
  void anEncodingThatDoesNotExistIsBadUsage() {
    assertThat(RecapCommand.run(film.toString(), "--encoding", "klingon")).isEqualTo(2);
    assertThat(RecapCommand.run(film.toString(), "--subtitle-stretch", "7")).isEqualTo(2);
    assertThat(RecapCommand.run(film.toString(), "--subtitle-offset", "soon")).isEqualTo(2);
  }

  /** What the command tells on the standard error. */
  private static String err(List<String> order, String... more) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      String[] all = Stream.concat(order.stream(), Stream.of(more)).toArray(String[]::new);
      assertThat(RecapCommand.run(all)).isZero();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
