package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.OutputFile;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Loudness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecapRendererTest {
  private static final int LOWER_THIRD = 320 * 60;

  @TempDir Path folder;

  private final List<Double> stages = new java.util.ArrayList<>();

  private Rendition render(Path film, MovieAnalysis analysis, Timeline timeline, Captions captions)
      throws IOException {
    return render(film, analysis, timeline, captions, Aspect.SOURCE);
  }

  private Rendition render(
      Path film, MovieAnalysis analysis, Timeline timeline, Captions captions, Aspect aspect)
      throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    return new RecapRenderer()
        .render(
            film,
            analysis,
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), Rendering.of(aspect, captions)),
            out,
            (stage, done) -> stages.add(done));
  }

  private Path recap() {
    return folder.resolve("out/recap.mp4");
  }

  private String probe(String... entries) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("-of", "default=nw=1", "-show_entries"));
    arguments.addAll(List.of(entries));
    arguments.add(recap().toString());
    return FfmpegProgram.probe(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "film.mp4, 24, 24/1",
    "film.mp4, 23.976, 24000/1001",
    "film.mkv, 29.97, 30000/1001",
    "film.ts, 25, 25/1"
  })
  void soundAndPictureStayTogetherAtEveryPick(String name, double measured, String rate)
      throws IOException {
    Path film = folder.resolve(name);
    MetronomeFilm.make(film, rate, 30);
    FrameRate exact = FrameRate.of(measured);
    assertThat(exact.toString()).isEqualTo(rate);
    Timeline timeline =
        MetronomeFilm.timeline(2.517, 5.93, 8.031, 11.4, 14.22, 17.909, 21.0, 24.35, 26.6, 29.1);

    Rendition rendition =
        render(film, MetronomeFilm.analysis(measured, 30, List.of()), timeline, Captions.SOFT);

    CutList list = CutList.of(timeline, MetronomeFilm.analysis(measured, 30, List.of()).movie());
    List<Cut> cuts = list.cuts();
    List<Integer> expected = new java.util.ArrayList<>();
    for (Cut cut : cuts) {
      for (int i = 0; i < cut.frames(); i++) {
        if ((cut.filmFrame() + i) % MetronomeFilm.EVERY == 0) {
          expected.add((int) cut.recapFrame() + i);
        }
      }
    }
    // the last pick ends in a fade to black, where a flash may not be bright
    double faded = list.frames() - 0.5 * exact.perSecond();
    expected.removeIf(f -> f > faded);
    List<Integer> flashes = new java.util.ArrayList<>(MetronomeFilm.flashes(recap()));
    flashes.removeIf(f -> f > faded);
    assertThat(flashes).isEqualTo(expected);
    assertThat(MetronomeFilm.pictures(recap())).isEqualTo((int) list.frames());
    List<Double> beeps = MetronomeFilm.beeps(recap());
    for (int frame : expected) {
      assertThat(beeps)
          .as("beep with picture %s", frame)
          .anyMatch(beep -> Math.abs(beep - exact.seconds(frame)) < exact.seconds(1) / 4);
    }
    // besides them only what fades into or out of a cut
    assertThat(beeps)
        .allMatch(
            beep ->
                expected.stream()
                        .anyMatch(f -> Math.abs(beep - exact.seconds(f)) < exact.seconds(1) / 4)
                    || beep > exact.seconds((long) faded)
                    || cuts.stream()
                        .anyMatch(c -> Math.abs(beep - exact.seconds(c.recapFrame())) <= 0.011));
    assertThat(rendition.lengthSeconds()).isCloseTo(timeline.lengthSeconds(), within(0.1));
    assertThat(stages).isSorted().endsWith(1.0);
  }

  @Test
  void thePlayerCanStartBeforeTheFileIsWholeAndThePictureIsOfOneKind() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 12);
    Rendition rendition =
        render(
            film,
            MetronomeFilm.analysis(24, 12, List.of()),
            MetronomeFilm.timeline(1, 3, 6, 9),
            Captions.SOFT);

    String head = new String(Files.readAllBytes(recap()), StandardCharsets.ISO_8859_1);
    assertThat(head.indexOf("moov")).isPositive().isLessThan(head.indexOf("mdat"));
    assertThat(
            probe("stream=codec_name,pix_fmt,sample_aspect_ratio,r_frame_rate,sample_rate,channels")
                .lines())
        .contains(
            "codec_name=h264",
            "codec_name=aac",
            "pix_fmt=yuv420p",
            "sample_aspect_ratio=1:1",
            "r_frame_rate=24/1",
            "sample_rate=48000",
            "channels=2");
    assertThat(probe("format=duration")).startsWith("duration=5.0");
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              rendition.outputs().stream().map(OutputFile::name).toList())
          .contains("recap.mp4", "recap.vtt", "chapters.vtt", "poster.jpg", "preview.webp");
    }
  }

  @Test
  void theRecapIsAsLoudAsStreamingAsksForAndNoPeakIsHigher() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 12, "-af", "volume=-18dB");
    Rendition rendition =
        render(
            film,
            MetronomeFilm.analysis(24, 12, List.of()),
            MetronomeFilm.timeline(1, 5, 6, 9),
            Captions.NONE);
    Loudness loudness = Loudness.of(new FfmpegInput(recap(), "mp4"));
    assertThat(rendition.loudnessLufs()).isCloseTo(loudness.integratedLufs(), within(0.05));
    assertThat(loudness.truePeakDb()).isLessThanOrEqualTo(-1.5);
    assertThat(loudness.integratedLufs()).isGreaterThan(-26);
  }

  @Test
  void aSilentFilmGivesARecapWithoutSound() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 8, "-an");
    Rendition rendition =
        render(
            film,
            MetronomeFilm.analysis(24, 8, List.of(new Cue(1, 3, "No sound & all"))),
            MetronomeFilm.timeline(0, 4),
            Captions.SOFT);
    assertThat(rendition.loudnessLufs()).isEqualTo(-70);
    assertThat(probe("stream=codec_name").lines())
        .startsWith("codec_name=h264", "codec_name=mov_text");
    assertThat(Files.readString(folder.resolve("out/recap.vtt"))).contains("No sound &amp; all");
  }

  @Test
  void softCaptionsAreATrackThatIsShownByDefault() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 8);
    List<Cue> cues =
        List.of(
            new Cue(1.5, 3, "Wo ist denn der Hund?"), new Cue(5, 6, "Ich habe ihn nicht gesehen."));
    render(
        film,
        MetronomeFilm.analysis(24, 8, cues),
        MetronomeFilm.timeline(1, 3, 5, 7),
        Captions.SOFT);
    assertThat(probe("stream=codec_name:stream_disposition=default:stream_tags=language").lines())
        .startsWith(
            "codec_name=h264",
            "DISPOSITION:default=1",
            "TAG:language=und",
            "codec_name=aac",
            "DISPOSITION:default=1",
            "TAG:language=und",
            "codec_name=mov_text",
            "DISPOSITION:default=1",
            "TAG:language=deu");
    assertThat(Files.readString(folder.resolve("out/hls.m3u8"))).contains(",LANGUAGE=\"de\",");
    String text =
        new String(
            FfmpegProgram.read(
                List.of("-i", recap().toString(), "-map", "0:s", "-f", "webvtt", "pipe:1")),
            StandardCharsets.UTF_8);
    assertThat(text)
        .contains(
            "00:00.500 --> 00:02.000\nWo ist denn der Hund?",
            "00:02.000 --> 00:03.000\nIch habe ihn nicht gesehen.");
  }

  @Test
  void withoutCaptionsThereIsNoTrackButStillTheFileBeside() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 8);
    render(
        film,
        MetronomeFilm.analysis(24, 8, List.of(new Cue(1.5, 3, "One"))),
        MetronomeFilm.timeline(1, 3),
        Captions.NONE);
    assertThat(probe("stream=codec_name").lines())
        .startsWith("codec_name=h264", "codec_name=aac")
        .doesNotContain("codec_name=mov_text");
    assertThat(Files.readString(folder.resolve("out/recap.vtt"))).contains("One");
  }

  @Test
  void burnedCaptionsAreInThePictureWhileTheyAreSpoken() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 8, "-vf", "lutyuv=y=16:u=128:v=128");
    render(
        film,
        MetronomeFilm.analysis(24, 8, List.of(new Cue(3, 5, "WWWWWW WWWWWW"))),
        MetronomeFilm.timeline(1, 7),
        Captions.BURNED);
    byte[] lower =
        FfmpegProgram.read(
            List.of(
                "-i",
                recap().toString(),
                "-vf",
                "crop=320:60:0:120,format=gray",
                "-f",
                "rawvideo",
                "pipe:1"));
    assertThat(brightest(lower, 30)).isLessThan(60);
    assertThat(brightest(lower, 2 * 24)).isGreaterThan(180);
    assertThat(brightest(lower, 4 * 24 - 1)).isGreaterThan(180);
    assertThat(brightest(lower, 4 * 24)).isLessThan(60);
  }

  private static int brightest(byte[] pictures, int frame) {
    int brightest = 0;
    for (int i = 0; i < LOWER_THIRD; i++) {
      brightest = Math.max(brightest, pictures[frame * LOWER_THIRD + i] & 0xFF);
    }
    return brightest;
  }

  @ParameterizedTest
  @CsvSource({"SOURCE,320,180", "WIDE,320,180", "TALL,90,160", "SQUARE,180,180"})
  void thePictureHasTheShapeAskedFor(Aspect aspect, int width, int height) throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 4);
    render(
        film,
        MetronomeFilm.analysis(24, 4, List.of()),
        MetronomeFilm.timeline(1, 3),
        Captions.NONE,
        aspect);
    assertThat(probe("stream=width,height").lines()).contains("width=" + width, "height=" + height);
  }

  @Test
  void whereTheSoundEndsBeforeThePictureTheRecapIsQuietAndAsLong() throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 12, "-af", "atrim=end=5");
    render(
        film,
        MetronomeFilm.analysis(24, 12, List.of()),
        MetronomeFilm.timeline(1, 2.75, 4.5, 6, 8, 10),
        Captions.NONE);
    assertThat(MetronomeFilm.pictures(recap())).isEqualTo(126);
    assertThat(MetronomeFilm.beeps(recap())).hasSize(2);
    assertThat(probe("format=duration")).startsWith("duration=5.25");
  }

  @Test
  void aFilmTurnedByItsMetadataIsShownUpright() throws IOException {
    Path flat = folder.resolve("flat.mp4");
    MetronomeFilm.make(flat, "24/1", 4);
    Path film = folder.resolve("film.mp4");
    List<String> turn = new java.util.ArrayList<>(List.of("-display_rotation", "90"));
    turn.addAll(List.of("-i", flat.toString(), "-c", "copy", film.toString()));
    FfmpegProgram.run(turn);
    render(
        film,
        MetronomeFilm.analysis(24, 4, List.of()),
        MetronomeFilm.timeline(1, 3),
        Captions.NONE);
    assertThat(probe("stream=width,height").lines()).contains("width=180", "height=320");
  }

  @Test
  void aFilmOfUnevenPaceGetsAnEvenOneAndKeepsItsTime() throws IOException {
    Path film = folder.resolve("film.mkv");
    // every third picture is missing, but none that flashes
    MetronomeFilm.make(film, "24/1", 20, "-vf", "select='1-eq(mod(n,3),1)'", "-fps_mode", "vfr");
    render(
        film,
        MetronomeFilm.analysis(24, 20, List.of()),
        MetronomeFilm.timeline(2.5, 5.5, 10.5, 14.5),
        Captions.NONE);
    assertThat(MetronomeFilm.pictures(recap())).isEqualTo(168);
    List<Double> beeps = MetronomeFilm.beeps(recap());
    List<Integer> flashes = new java.util.ArrayList<>(MetronomeFilm.flashes(recap()));
    // a missing picture is filled by its neighbour: a flash may last two
    flashes.removeIf(f -> flashes.contains(f - 1));
    assertThat(beeps).hasSameSizeAs(flashes);
    for (int i = 0; i < beeps.size(); i++) {
      assertThat(beeps.get(i) - flashes.get(i) / 24.0).isCloseTo(0, within(1 / 24.0));
    }
  }
}
