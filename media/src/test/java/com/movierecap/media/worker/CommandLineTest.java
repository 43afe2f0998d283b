package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.media.Accuracy;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Watermark;
import com.movierecap.media.Watermark.Corner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path folder;

  private String film() throws IOException {
    return Files.write(folder.resolve("My film.mp4"), new byte[] {1}).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "90, 90",
    "90s, 90",
    "1m30s, 90",
    "1:30, 90",
    "2m, 120",
    "1h, 3600",
    "1:00:01, 3601",
    "12.5s, 12.5"
  })
  void lengthsAreWrittenInManyWays(String text, double seconds) {
    assertThat(CommandLine.seconds(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "0s", "", "s", "ten", "1:75", "NaN", "Infinity", "1e3", "5x"})
  void nonsenseIsNoLength(String text) {
    assertThatThrownBy(() -> CommandLine.seconds(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--length");
  }

  @Test
  void everythingHasADefaultButTheFilm() throws IOException {
    CommandLine line = CommandLine.parse(film());
    assertThat(line.rendering().aspect()).isEqualTo(Aspect.SOURCE);
    assertThat(line.rendering().captions()).isEqualTo(Captions.SOFT);
    assertThat(line.spoilers()).isTrue();
    assertThat(line.lengthSeconds()).isNull();
    assertThat(line.subtitles()).isNull();
    assertThat(line.out()).isEqualTo(Path.of("My film-recap"));
    assertThatThrownBy(CommandLine::parse).isInstanceOf(UsageException.class);
  }

  @Test
  void optionsMayStandAnywhereAndTakeAnEqualsSign() throws IOException {
    CommandLine line =
        CommandLine.parse(
            "--aspect=9:16",
            "--length",
            "1:30",
            film(),
            "--captions",
            "burned",
            "--no-spoilers",
            "--accurate",
            "--out",
            "there");
    assertThat(line.rendering().aspect()).isEqualTo(Aspect.TALL);
    assertThat(line.lengthSeconds()).isEqualTo(90);
    assertThat(line.rendering().captions()).isEqualTo(Captions.BURNED);
    assertThat(line.spoilers()).isFalse();
    assertThat(line.accuracy()).isEqualTo(Accuracy.ACCURATE);
    assertThat(line.out()).isEqualTo(Path.of("there"));
  }

  @Test
  void whatIsWantedIsSaidInTheWordsOfTheField() throws IOException {
    String watermark = Files.write(folder.resolve("mark.png"), new byte[] {1}).toString();
    CommandLine line =
        CommandLine.parse(
            film(),
            "--style=trailer",
            "--keep=1:10-1:14.5",
            "--keep",
            "5-8s",
            "--without=1h-1h2m",
            "--aspect",
            "16:9,9:16,16:9",
            "--loudness=broadcast",
            "--watermark",
            watermark,
            "--preview",
            "--analysis",
            "kept.json");
    assertThat(line.style()).isEqualTo(Style.TRAILER);
    assertThat(line.locked()).containsExactly(new TimeRange(70, 74.5), new TimeRange(5, 8));
    assertThat(line.excluded()).containsExactly(new TimeRange(3600, 3720));
    assertThat(line.rendering())
        .isEqualTo(
            new Rendering(
                Aspect.WIDE,
                List.of(Aspect.TALL),
                Captions.SOFT,
                LoudnessTarget.BROADCAST,
                false,
                new Watermark(watermark, Corner.BOTTOM_RIGHT, 1)));
    assertThat(line.accuracy()).isEqualTo(Accuracy.PREVIEW);
    assertThat(line.analysis()).isEqualTo(Path.of("kept.json"));
  }

  @Test
  void aWatermarkLiesInTheCornerAndIsAsOpaqueAsIsSaid() throws IOException {
    String film = film();
    String png = Files.write(folder.resolve("mark.png"), new byte[] {1}).toString();
    assertThat(
            CommandLine.parse(film, "--watermark", png, "--corner=top-left", "--opacity", "0.4")
                .rendering()
                .watermark())
        .isEqualTo(new Watermark(png, Corner.TOP_LEFT, 0.4));
    for (String opacity : List.of("0", "0.0", "1.5", "-1", "NaN", "half")) {
      assertThat(RecapCommand.run(film, "--watermark", png, "--opacity", opacity))
          .as(opacity)
          .isEqualTo(2);
    }
    assertThat(RecapCommand.run(film, "--watermark", png, "--corner", "middle")).isEqualTo(2);
  }

  @Test
  void aLosslessRecapOfAnotherShapeIsRefusedBeforeAnythingIsRead() throws IOException {
    String film = film();
    assertThat(CommandLine.parse(film, "--lossless").rendering().lossless()).isTrue();
    assertThat(RecapCommand.run(film, "--lossless", "--aspect=9:16")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "8-5", "5-5", "a-b", "1-2-3", "-5", "5-", ""})
  void nonsenseIsNoRange(String range) throws IOException {
    String film = film();
    assertThatThrownBy(() -> CommandLine.parse(film, "--keep", range))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--keep");
  }

  @Test
  void subtitlesBesideTheFilmAreFound() throws IOException {
    String film = film();
    Path english = Files.writeString(folder.resolve("My film.en.srt"), "1\n");
    Files.writeString(folder.resolve("My film of yesterday.srt"), "1\n");
    assertThat(CommandLine.parse(film).subtitles()).isEqualTo(english);
    Path subtitles = Files.writeString(folder.resolve("My film.vtt"), "WEBVTT\n");
    CommandLine line = CommandLine.parse(film);
    assertThat(line.subtitles()).isEqualTo(subtitles);
    assertThat(line.subtitlesFound()).isTrue();
  }

  @Test
  void badUsageIsToldInOneLineWithItsOwnExitCode() throws IOException {
    String film = film();
    assertThat(RecapCommand.run()).isEqualTo(2);
    assertThat(RecapCommand.run(folder.resolve("none.mp4").toString())).isEqualTo(2);
    assertThat(RecapCommand.run(folder.toString())).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--aspect", "4:3")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--length", "0")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--length")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--fast")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--subtitles", film + ".srt")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--out", film)).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--style", "epic")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--loudness", "loud")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--aspect", "16:9,")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--watermark", film + ".png")).isEqualTo(2);
    assertThat(RecapCommand.run(film, "--analysis", film)).isEqualTo(2);
    assertThat(RecapCommand.run("--help")).isZero();
  }
}
