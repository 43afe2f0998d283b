package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.CutLimit;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import com.movierecap.media.film.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactEdgesTest {
  private static final double PICTURE = 1 / 24.0;
  private static final int SMALL = 80 * 44;

  @TempDir Path folder;

  private Path film(String name, String options) {
    Path film = folder.resolve(name);
    MetronomeFilm.make(film, "24/1", 20, options.split(" "));
    return film;
  }

  private Rendition cut(Path film, Timeline timeline) throws IOException {
    Rendering lossless =
        new Rendering(
            Aspect.SOURCE, List.of(), Captions.NONE, LoudnessTarget.STREAMING, true, null);
    return new RecapRenderer()
        .render(
            film,
            MetronomeFilm.analysis(24, 20, List.of()),
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), lossless),
            Files.createDirectories(folder.resolve("out")),
            (stage, done) -> {});
  }

  /** Key pictures at 0, 1.5, 3 and so on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.mp4|-g 36 -keyint_min 36 -sc_threshold 0",
        "high.mp4|-preset fast -bf 3 -g 36 -keyint_min 36 -sc_threshold 0",
        "flat.mov|-profile:v baseline -bf 0 -g 36 -keyint_min 36 -sc_threshold 0",
        "main.mkv|-preset fast -profile:v main -bf 2 -g 36 -keyint_min 36 -sc_threshold 0",
        "phone.mp4|-preset fast -vf scale=out_range=full,format=yuvj420p -g 36 -keyint_min 36"
            + " -sc_threshold 0",
        "wide.mp4|-preset fast -pix_fmt yuv422p -g 36 -keyint_min 36 -sc_threshold 0",
        "deep.mkv|-preset fast -pix_fmt yuv420p10le -g 36 -keyint_min 36 -sc_threshold 0",
        "camera.mov|-preset fast -pix_fmt yuv422p10le -g 36 -keyint_min 36 -sc_threshold 0",
        "top.mp4|-preset fast -flags +ilme+ildct -x264-params"
            + " tff=1:keyint=36:min-keyint=36:scenecut=0",
        "bottom.mov|-preset fast -flags +ilme+ildct -x264-params"
            + " bff=1:keyint=36:min-keyint=36:scenecut=0",
        "numbered.mp4|-preset fast -x264-params sps-id=1:keyint=36:min-keyint=36:scenecut=0",
      })
  void cutsAreExactAndWholeGroupsAreTheFilmsOwn(String name, String options) throws IOException {
    Path film = film(name, options);
    // from a middle to a middle, a middle to a keyframe, within one group, and to the film's end
    double[] ends = {2.5, 5.25, 7 + PICTURE, 9, 9.5, 10, 16 + 5 * PICTURE, 20};

    Rendition rendition = cut(film, MetronomeFilm.timeline(ends));

    assertThat(rendition.cutLimit()).isNull();
    assertThat(rendition.lengthSeconds()).isEqualTo(rendition.wantedSeconds(), within(0.001));
    Path made = folder.resolve("out/recap.mp4");
    LosslessCutTest.decode(made);
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      for (long n = Math.round(ends[i] * 24); n < Math.round(ends[i + 1] * 24); n++) {
        wanted.add((int) n);
      }
    }
    List<Double> times = LosslessCutTest.times(made);
    assertThat(times).hasSameSizeAs(wanted);
    for (int i = 0; i < times.size(); i++) {
      assertThat(times.get(i)).isEqualTo(i * PICTURE, within(0.0015));
    }
    // decoded at an even pace too: players take a packet's length for how long it is shown
    List<Double> decoded = LosslessCutTest.times(made, "packet=dts_time");
    for (int i = 1; i < decoded.size(); i++) {
      assertThat(decoded.get(i) - decoded.get(i - 1)).isEqualTo(PICTURE, within(0.0015));
    }
    assertThat(kinds(made)).isEqualTo(kinds(film)).hasSize(1);
    byte[] source = small(film);
    byte[] recap = small(made);
    Set<String> own = new HashSet<>(LosslessCutTest.hashes(film));
    long copied = LosslessCutTest.hashes(made).stream().filter(own::contains).count();
    // whole groups: 3 to 4.5, 7.5 to 9, 16.5 to 20
    assertThat(copied).isEqualTo(36 + 36 + 84);
    for (int i = 0; i < wanted.size(); i++) {
      int picture = wanted.get(i);
      assertThat(difference(recap, i, source, picture))
          .as("picture %d of the recap, %d of the film", i, picture)
          .isLessThan(1.5);
      boolean whole =
          picture >= 72 && picture < 108 || picture >= 180 && picture < 216 || picture >= 396;
      if (whole) {
        assertThat(difference(recap, i, source, picture)).isZero();
      }
    }
    List<Integer> flashes = MetronomeFilm.flashes(made);
    List<Double> beeps =
        MetronomeFilm.beeps(made).stream()
            .filter(b -> b < rendition.lengthSeconds() - PICTURE)
            .toList();
    // a packet of sound lasts half a picture: the last before a cut may hold a next beep's
    // beginning
    List<Double> cuts = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      cuts.add((cuts.isEmpty() ? 0 : cuts.get(cuts.size() - 1)) + ends[i + 1] - ends[i]);
    }
    assertThat(beeps).hasSizeGreaterThanOrEqualTo(flashes.size() - 1);
    assertThat(beeps)
        .allMatch(
            beep ->
                flashes.stream().anyMatch(f -> Math.abs(beep - f * PICTURE) <= PICTURE)
                    || cuts.stream().anyMatch(c -> Math.abs(beep - c) <= PICTURE));
  }

  /** As telephones film: the picture lies on its side, and the head says how to turn it. */
  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void aTurnedFilmIsCutExactlyAndStaysTurned(int degrees) throws IOException {
    Path film = turned("-display_rotation", Integer.toString(degrees));
    Rendition rendition = cut(film, MetronomeFilm.timeline(2.5, 5.25, 7, 9));
    assertThat(rendition.cutLimit()).isNull();
    assertThat(rendition.lengthSeconds()).isEqualTo(4.75, within(0.001));
    Path made = folder.resolve("out/recap.mp4");
    LosslessCutTest.decode(made);
    assertThat(SourceFilm.open(made).probe().picture().orientation())
        .isEqualTo(SourceFilm.open(film).probe().picture().orientation())
        .isNotEqualTo(Orientation.UPRIGHT);
    byte[] source = small(film);
    byte[] recap = small(made);
    for (int i = 0; i < 66; i++) {
      assertThat(difference(recap, i, source, 60 + i)).as("picture %d", i).isLessThan(1.5);
    }
  }

  @Test
  void aMirroredFilmIsCutAtKeyframesAndTellsWhy() throws IOException {
    Path film = turned("-display_hflip");
    assertThat(cut(film, MetronomeFilm.timeline(2.5, 5.25)).cutLimit())
        .isEqualTo(CutLimit.MIRRORED);
    assertThat(
            SourceFilm.open(folder.resolve("out/recap.mp4"))
                .probe()
                .picture()
                .orientation()
                .isMirrored())
        .isTrue();
  }

  private Path turned(String... how) {
    Path film = film("plain.mp4", "-g 36 -keyint_min 36 -sc_threshold 0");
    Path turned = folder.resolve("turned.mp4");
    List<String> arguments = new ArrayList<>(List.of(how));
    arguments.addAll(List.of("-i", film.toString(), "-c", "copy", turned.toString()));
    FfmpegProgram.run(arguments);
    return turned;
  }

  @Test
  void whereNoGroupIsWholeAllIsEncoded() throws IOException {
    Path film = film("film.mp4", "-g 500 -sc_threshold 0");
    Rendition rendition = cut(film, MetronomeFilm.timeline(2.5, 5.25, 9, 11));
    assertThat(rendition.lengthSeconds()).isEqualTo(4.75, within(0.001));
    LosslessCutTest.decode(folder.resolve("out/recap.mp4"));
    assertThat(LosslessCutTest.times(folder.resolve("out/recap.mp4"))).hasSize(114);
  }

  @Test
  void picksThatTouchAreCopiedAsOne() throws IOException {
    Path film = film("film.mp4", "-g 36 -keyint_min 36 -sc_threshold 0");
    Rendition rendition = cut(film, MetronomeFilm.timeline(3, 5, 5, 7.5));
    assertThat(rendition.timeline().picks()).hasSize(1);
    assertThat(LosslessCutTest.hashes(film))
        .containsAll(LosslessCutTest.hashes(folder.resolve("out/recap.mp4")));
  }

  @Test
  void soundRunsOnUnderTheNextPicture() throws IOException {
    Path film = film("film.mp4", "-g 36 -keyint_min 36 -sc_threshold 0");
    // the beep at 6 s is 0.1 s after the first pick's picture, the second begins 0.5 s after one
    Timeline timeline =
        new Timeline(
            List.of(
                new Pick(4.4, 5.9, 0.5, Map.of("dialogue", 0.5), 0.3),
                new Pick(9.5, 10.5, 0.5, Map.of("dialogue", 0.5))));
    cut(film, timeline);
    assertThat(MetronomeFilm.beeps(folder.resolve("out/recap.mp4")))
        .anyMatch(b -> Math.abs(b - 1.6) < PICTURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.ts|container|-g 36 -keyint_min 36 -sc_threshold 0",
        "hevc.mp4|codec|-c:v libx265 -preset ultrafast -x265-params"
            + " log-level=0:keyint=36:min-keyint=36:scenecut=0:open-gop=0",
        "full.mp4|pixels|-preset fast -pix_fmt yuv444p -g 36 -sc_threshold 0",
        "open.mp4|open-groups|-preset fast -x264-params open-gop=1:keyint=36:min-keyint=36:scenecut=0:bframes=2",
      })
  void whatDoesNotPermitItIsCutAtKeyframesAndTellsWhy(String name, String why, String options)
      throws IOException {
    Path film = film(name, options);
    Rendition rendition = cut(film, MetronomeFilm.timeline(2.5, 5.25, 9.2, 11));
    assertThat(rendition.cutLimit()).isEqualTo(CutLimit.of(why));
    Path made = folder.resolve("out/recap.mp4");
    assertThat(LosslessCutTest.times(made))
        .hasSize((int) Math.round(rendition.lengthSeconds() / PICTURE));
    assertThat(LosslessCutTest.hashes(film)).containsAll(LosslessCutTest.hashes(made));
  }

  /** Of all pictures: how they are stored, and which of their lines come first. */
  private static Set<String> kinds(Path film) {
    return Set.copyOf(
        FfmpegProgram.probe(
                List.of(
                    "-of",
                    "csv=p=0",
                    "-select_streams",
                    "v:0",
                    "-show_entries",
                    "frame=pix_fmt,interlaced_frame,top_field_first",
                    film.toString()))
            .lines()
            // empty side data leaves a comma
            .map(l -> l.replaceAll(",+$", ""))
            .toList());
  }

  private static byte[] small(Path film) {
    return FfmpegProgram.read(
        List.of(
            "-i",
            film.toString(),
            "-map",
            "0:v",
            "-vf",
            "scale=80:44:flags=area,format=gray",
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "pipe:1"));
  }

  /** Of two small pictures, in grey levels. */
  private static double difference(byte[] a, int i, byte[] b, int j) {
    long sum = 0;
    for (int n = 0; n < SMALL; n++) {
      sum += Math.abs((a[i * SMALL + n] & 0xFF) - (b[j * SMALL + n] & 0xFF));
    }
    return sum / (double) SMALL;
  }
}
