package com.movierecap.media.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Cue;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.demo.DemoFilm.Facts;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Loudness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilmTest {
  @TempDir static Path folder;
  private static Path film = Path.of("");
  private static Facts facts = new Facts(0, 0, 0, 0, List.of(), List.of(), List.of(), 0);

  @BeforeAll
  static void make() {
    film = folder.resolve("demo.mp4");
    facts = DemoFilm.make(film, 0.25);
  }

  @Test
  void itIsWhatItsFactsSay() {
    String probe =
        FfmpegProgram.probe(
            List.of(
                "-of",
                "default=nw=1",
                "-show_entries",
                "stream=codec_name,width,height,r_frame_rate,nb_frames:format=duration",
                film.toString()));
    assertThat(probe.lines())
        .contains(
            "codec_name=h264",
            "codec_name=aac",
            "width=320",
            "height=180",
            "r_frame_rate=24/1",
            "nb_frames=1728",
            "duration=72.000000");
    assertThat(facts.shots()).hasSize(17);
    assertThat(facts.scenes()).hasSize(6);
    assertThat(facts.shots())
        .filteredOn(s -> s.transition() == Transition.FADE)
        .extracting(DemoFilm.Boundary::seconds)
        .containsExactly(27.0, 51.5);
    assertThat(facts.shots()).containsAll(facts.scenes());
  }

  @Test
  void itIsAsLoudAsItsFactsSay() {
    double measured = Loudness.of(new FfmpegInput(film, "mp4")).integratedLufs();
    assertThat(measured).isCloseTo(facts.loudnessLufs(), within(0.5));
  }

  @Test
  void everyCutChangesThePictureMoreThanTheSecondBeforeItAndFadesAreBlack() {
    int width = 32;
    int size = width * 18;
    byte[] grey =
        FfmpegProgram.read(
            List.of(
                "-i",
                film.toString(),
                "-vf",
                "scale=32:18,format=gray",
                "-f",
                "rawvideo",
                "pipe:1"));
    for (DemoFilm.Boundary boundary : facts.shots()) {
      int frame = boundary.frame();
      switch (boundary.transition()) {
        case CUT -> {
          double step = difference(grey, size, frame - 1, frame);
          for (int before = frame - 24; before < frame - 1; before++) {
            assertThat(difference(grey, size, before, before + 1))
                .as("cut at %s against %s", frame, before)
                .isLessThan(step / 2);
          }
        }
        case FADE -> {
          int sum = 0;
          for (int i = 0; i < size; i++) {
            sum += grey[frame * size + i] & 0xFF;
          }
          assertThat(sum / size).as("fade at %s", frame).isLessThan(20);
        }
        default -> assertThat(frame).isZero();
      }
    }
  }

  private static double difference(byte[] grey, int size, int first, int second) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.abs((grey[first * size + i] & 0xFF) - (grey[second * size + i] & 0xFF));
    }
    return sum / (double) size;
  }

  @Test
  void theSubtitlesLieBesideItWithPausesBetweenTheSentences() throws IOException {
    String text = Files.readString(DemoFilm.subtitles(film));
    assertThat(text).startsWith("1\n00:00:00,900 --> 00:00:04,400\nOn Gull Rock");
    List<Cue> cues = facts.cues();
    assertThat(text.split("-->", -1)).hasSize(cues.size() + 1);
    for (int i = 1; i < cues.size(); i++) {
      assertThat(cues.get(i).startSeconds() - cues.get(i - 1).endSeconds())
          .isGreaterThanOrEqualTo(0.5);
    }
  }
}
