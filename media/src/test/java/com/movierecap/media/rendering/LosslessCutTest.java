package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Cue;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.CutPoint;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.PictureIndex;
import com.movierecap.media.ffmpeg.SourceFilm;
import com.movierecap.media.rendering.lossless.KeyframeRanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LosslessCutTest {
  private static final double PICTURE = 1 / 24.0;

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Rendition cut(Path film, Timeline timeline, List<Cue> cues) throws IOException {
    Rendering rendering =
        new Rendering(
            Aspect.SOURCE, List.of(), Captions.SOFT, LoudnessTarget.STREAMING, true, null);
    return new RecapRenderer()
        .render(
            film,
            MetronomeFilm.analysis(24, 20, cues),
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), rendering),
            Files.createDirectories(out()),
            (stage, done) -> {});
  }

  private Path film(String name, String... options) {
    Path film = folder.resolve(name);
    MetronomeFilm.make(film, "24/1", 20, options);
    return film;
  }

  /** Key pictures every 36: at 0, 1.5, 3 and so on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.ts|recap.mp4|-g 36 -sc_threshold 0",
        "film.mkv|recap.mp4|-c:v libx265 -preset ultrafast -x265-params"
            + " log-level=0:keyint=36:min-keyint=36:scenecut=0:open-gop=0:bframes=2",
        "film.avi|recap.mp4|-c:v mpeg4 -bf 0 -g 36 -sc_threshold 1000000000 -c:a libmp3lame",
        "film.webm|recap.webm|-c:v libvpx -deadline realtime -cpu-used 8 -g 36 -keyint_min 36"
            + " -ac 2 -c:a vorbis -strict -2",
        "v9.webm|recap.webm|-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 36 -keyint_min 36"
            + " -c:a libopus",
        "film.mkv|recap.mkv|-c:v mpeg2video -bf 0 -g 36 -sc_threshold 1000000000"
            + " -c:a pcm_s16le"
      })
  void packetsAreTheFilmsOwnAndSoundAndPictureStayTogether(
      String name, String recap, String options) throws IOException {
    Path film = film(name, options.split(" "));

    Rendition rendition = cut(film, MetronomeFilm.timeline(3.1, 5.9, 9.2, 12.3), List.of());

    assertThat(rendition.outputs()).extracting(o -> o.name()).contains(recap);
    assertThat(rendition.outputs()).allMatch(o -> Files.exists(out().resolve(o.name())));
    Path made = out().resolve(recap);
    decode(made);
    assertThat(rendition.lengthSeconds()).isEqualTo(6, within(0.002));
    assertThat(MetronomeFilm.pictures(made)).isEqualTo(144);
    List<Integer> flashes = MetronomeFilm.flashes(made);
    assertThat(flashes).isEqualTo(List.of(0, 24, 48, 72, 96, 120));
    // the last packet of sound ends up to a packet after the picture: there the next beep begins
    List<Double> beeps = MetronomeFilm.beeps(made).stream().filter(b -> b < 6 - PICTURE).toList();
    // a range may begin with up to a packet of quiet, which may swallow its first beep
    assertThat(beeps).hasSizeBetween(5, 6);
    assertThat(beeps)
        .allMatch(beep -> flashes.stream().anyMatch(f -> Math.abs(beep - f * PICTURE) <= PICTURE));
    assertThat(hashes(film)).containsAll(hashes(made));
    assertThat(hashes(made)).hasSize(144);
  }

  @Test
  void theLengthThatKeyframesAllowIsToldAndCaptionsMoveWithIt() throws IOException {
    Path film = film("film.ts", "-g", "96", "-keyint_min", "96", "-sc_threshold", "0");
    List<Cue> cues = List.of(new Cue(3.5, 5, "across"), new Cue(9, 10, "later"));
    Rendition rendition = cut(film, MetronomeFilm.timeline(4.5, 7.5, 8.5, 11, 16.5, 18), cues);

    assertThat(rendition.wantedSeconds()).isEqualTo(7, within(0.001));
    assertThat(rendition.lengthSeconds()).isEqualTo(8, within(0.001));
    assertThat(rendition.timeline().picks()).hasSize(1);
    assertThat(rendition.timeline().picks().get(0).startSeconds()).isEqualTo(4, within(0.001));
    assertThat(Files.readString(out().resolve("recap.vtt")))
        .isEqualTo(
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nacross\n"
                + "\n00:00:05.000 --> 00:00:06.000\nlater\n");
    assertThat(probe("stream=codec_name:format=duration"))
        .contains("h264", "aac", "mov_text", "8.0");
  }

  @Test
  void aCueIsKeptWholeWhereTheLengthIsTheSame() {
    List<CutPoint> keys = closed(0, 2, 4, 6, 8);
    Timeline wanted = MetronomeFilm.timeline(3, 5);
    Timeline plain = new KeyframeRanges(wanted, keys, 10, List.of(), List.of()).snapped();
    assertThat(plain.lengthSeconds()).isEqualTo(2);
    assertThat(plain.picks().get(0).startSeconds()).isEqualTo(2);
    Timeline kept =
        new KeyframeRanges(wanted, keys, 10, List.of(new Cue(1.5, 2.5, "words")), List.of())
            .snapped();
    assertThat(kept.lengthSeconds()).isEqualTo(2);
    assertThat(kept.picks().get(0).startSeconds()).isEqualTo(4);
  }

  @Test
  void aLockedPickStaysHoweverFarKeyframesAreApart() {
    List<CutPoint> keys = closed(0, 20, 40);
    Timeline wanted = MetronomeFilm.timeline(5, 7, 25, 27);
    Timeline snapped =
        new KeyframeRanges(wanted, keys, 60, List.of(), List.of(new TimeRange(25, 27))).snapped();
    assertThat(snapped.picks()).hasSize(1);
    assertThat(snapped.picks().get(0).startSeconds()).isEqualTo(20);
    assertThat(snapped.picks().get(0).endSeconds()).isEqualTo(40);
  }

  /** Some pictures before each key picture need it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.mp4|-c:v libx265 -preset ultrafast -x265-params"
            + " log-level=0:keyint=35:min-keyint=35:scenecut=0:open-gop=1:bframes=3",
        "film.mkv|-c:v libx265 -preset ultrafast -x265-params"
            + " log-level=0:keyint=35:min-keyint=35:scenecut=0:open-gop=1:bframes=3",
        "film.ts|-c:v libx264 -preset ultrafast -bf 3 -x264-params"
            + " keyint=36:min-keyint=36:scenecut=0:open-gop=1:b-adapt=0:bframes=3",
        "film.mkv|-c:v mpeg2video -bf 2 -g 36 -sc_threshold 1000000000 -c:a pcm_s16le",
        "film.avi|-c:v mpeg4 -bf 2 -g 36 -sc_threshold 1000000000 -c:a libmp3lame"
      })
  void openGroupsOfPicturesAreCutWithoutAnyPictureThatCannotBeDecoded(String name, String options)
      throws IOException {
    Path film = film(name, options.split(" "));

    Rendition rendition = cut(film, MetronomeFilm.timeline(3.1, 5.7, 9.2, 11.7), List.of());

    assertThat(rendition.timeline().picks()).hasSize(2);
    // AVI does not tell when a picture is shown
    if (!name.endsWith(".avi")) {
      List<CutPoint> points =
          PictureIndex.of(SourceFilm.open(film).probe(), SourceFilm.open(film).zero()).points();
      assertThat(points.stream().skip(1)).allMatch(p -> p.out() < p.in() - PICTURE / 2);
      assertThat(rendition.timeline().picks())
          .allMatch(p -> points.stream().anyMatch(k -> same(k.in(), p.startSeconds())))
          .allMatch(p -> points.stream().anyMatch(k -> same(k.out(), p.endSeconds())));
    }
    Path made =
        out()
            .resolve(
                rendition.outputs().stream()
                    .map(o -> o.name())
                    .filter(n -> n.matches("recap\\.(mp4|mkv)"))
                    .findFirst()
                    .orElseThrow());
    decode(made);
    assertThat(hashes(film)).containsAll(hashes(made));
    // every picture follows the one before after one picture's time, over the join too
    List<Double> times = times(made);
    assertThat(times).hasSize((int) Math.round(rendition.lengthSeconds() / PICTURE));
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isEqualTo(PICTURE, within(0.0015));
    }
    List<Integer> flashes = MetronomeFilm.flashes(made);
    List<Double> beeps =
        MetronomeFilm.beeps(made).stream()
            .filter(b -> b < rendition.lengthSeconds() - PICTURE)
            .toList();
    assertThat(beeps).hasSizeGreaterThanOrEqualTo(4);
    assertThat(beeps)
        .allMatch(beep -> flashes.stream().anyMatch(f -> Math.abs(beep - f * PICTURE) <= PICTURE));
  }

  private static List<CutPoint> closed(double... seconds) {
    return DoubleStream.of(seconds).mapToObj(s -> new CutPoint(s, s)).toList();
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) < 0.002;
  }

  /** When each decoded picture is shown. */
  static List<Double> times(Path file) {
    return times(file, "frame=pts_time");
  }

  /**
   * @param entry of ffprobe, in seconds
   */
  static List<Double> times(Path file, String entry) {
    return FfmpegProgram.probe(
            List.of(
                "-of",
                "csv=p=0",
                "-select_streams",
                "v:0",
                "-show_entries",
                entry,
                file.toString()))
        .lines()
        .map(l -> Double.parseDouble(l.replace(",", "")))
        .toList();
  }

  private String probe(String entries) {
    return FfmpegProgram.probe(
        List.of("-of", "csv=p=0", "-show_entries", entries, out().resolve("recap.mp4").toString()));
  }

  static void decode(Path file) {
    FfmpegProgram.run(
        List.of("-xerror", "-err_detect", "explode", "-i", file.toString(), "-f", "null", "-"));
  }

  /** Of the picture's packets: size and hash. */
  static List<String> hashes(Path file) {
    Path film = file;
    if (file.toString().endsWith(".ts")) {
      // MP4 tells the length of each unit where a transport stream marks its start
      film = file.resolveSibling("same.mp4");
      FfmpegProgram.run(
          List.of("-i", file.toString(), "-map", "0:v", "-c", "copy", film.toString()));
    }
    byte[] lines =
        FfmpegProgram.read(
            List.of(
                "-i", film.toString(), "-map", "0:v", "-c", "copy", "-f", "framemd5", "pipe:1"));
    return new String(lines, StandardCharsets.US_ASCII)
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.replaceFirst("^([^,]*,){4}", "").replace(" ", ""))
        .toList();
  }
}
