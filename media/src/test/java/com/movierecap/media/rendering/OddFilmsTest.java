package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Analyses;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films that are not as most are: left half dark, right half bright, so that sides are told. */
class OddFilmsTest {
  private static final String HALVES =
      "color=c=0x303030:s=320x180:r=24:d=4,drawbox=x=160:w=160:h=180:c=0xD0D0D0:t=fill";

  @TempDir Path folder;

  private Path film(String name, String picture, String... options) {
    Path film = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=440:d=4"));
    arguments.addAll(List.of(options));
    arguments.add(film.toString());
    FfmpegProgram.run(arguments);
    return film;
  }

  private String rendered(Path film, int width, int height) throws IOException {
    MovieAnalysis analysis =
        Analyses.of(
            Analyses.movie(4, width, height, 24, "aac"),
            List.of(Analyses.shot(0, 0, 4, 0, Analyses.PLAIN)),
            null,
            List.of());
    new RecapRenderer()
        .render(
            film,
            analysis,
            MetronomeFilm.timeline(1, 3),
            RecapRequest.story(2, Rendering.of(Aspect.SOURCE, Captions.NONE)),
            Files.createDirectories(folder.resolve("out")),
            (stage, done) -> {});
    assertThat(MetronomeFilm.pictures(folder.resolve("out/recap.mp4"))).isEqualTo(48);
    return FfmpegProgram.probe(
        List.of(
            "-of",
            "default=nw=1",
            "-show_entries",
            "stream=width,height,pix_fmt,color_space,color_primaries,color_transfer,"
                + "sample_aspect_ratio,channels,sample_rate",
            folder.resolve("out/recap.mp4").toString()));
  }

  /** Mean luma of the left and the right half of the recap's picture 24. */
  private int[] halves() {
    return bytes("trim=start_frame=24:end_frame=25,scale=2:1:flags=area,format=gray");
  }

  /** Red, green and blue of the middle of the recap's first picture, as players show it. */
  private int[] firstColour() {
    return bytes("trim=end_frame=1,crop=2:2,scale=1:1,format=rgb24");
  }

  /** What filters make of the recap, byte by byte. */
  private int[] bytes(String filters) {
    byte[] raw =
        FfmpegProgram.read(
            List.of(
                "-i",
                folder.resolve("out/recap.mp4").toString(),
                "-map",
                "0:v",
                "-vf",
                filters,
                "-f",
                "rawvideo",
                "pipe:1"));
    int[] values = new int[raw.length];
    for (int i = 0; i < raw.length; i++) {
      values[i] = raw[i] & 0xFF;
    }
    return values;
  }

  @Test
  void aMirroredFilmIsShownAsItIsMeant() throws IOException {
    Path flat = film("flat.mp4", HALVES, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac");
    Path film = folder.resolve("film.mp4");
    FfmpegProgram.run(
        List.of("-display_hflip", "-i", flat.toString(), "-c", "copy", film.toString()));
    rendered(film, 320, 180);
    assertThat(halves()[0]).isGreaterThan(180);
    assertThat(halves()[1]).isLessThan(80);
  }

  @Test
  void aFilmInTenBitsAndHighDynamicRangeIsShownInTheRangeOfEveryScreen() throws IOException {
    Path film =
        film(
            "film.mp4",
            HALVES,
            "-vf",
            "format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084"
                + ":colorspace=bt2020nc:range=tv",
            "-c:v",
            "libx265",
            "-preset",
            "ultrafast",
            "-x265-params",
            "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc",
            "-c:a",
            "aac");
    assertThat(rendered(film, 320, 180).lines())
        .contains("pix_fmt=yuv420p", "color_transfer=bt709");
    // 82 % of PQ is some 1500 nits, white by far; 19 % is 2 nits, near black
    assertThat(halves()[1]).isGreaterThan(190);
    assertThat(halves()[0]).isLessThan(70);
  }

  @ParameterizedTest
  @CsvSource({"1280, 720, bt709", "320, 180, smpte170m"})
  void aScreenRecordedInRgbKeepsItsColoursFromTheFirstPictureOn(
      int width, int height, String matrix) throws IOException {
    Path film =
        film(
            "film.mkv",
            "color=c=0xAF10AF:s=" + width + "x" + height + ":r=24:d=4,format=gbrp",
            "-c:v",
            "libx264rgb",
            "-preset",
            "ultrafast",
            "-c:a",
            "aac");
    assertThat(rendered(film, width, height).lines())
        .contains("color_space=" + matrix, "color_primaries=" + matrix, "color_transfer=bt709");
    int[] shown = firstColour();
    assertThat(shown[0]).isCloseTo(0xAF, within(5));
    assertThat(shown[1]).isCloseTo(0x10, within(5));
    assertThat(shown[2]).isCloseTo(0xAF, within(5));
  }

  @Test
  void whatAFilmSaysOfItsColoursIsSaidOfTheRecapToo() throws IOException {
    Path film =
        film(
            "film.mp4",
            HALVES,
            "-vf",
            "format=yuv420p,setparams=color_primaries=bt470bg:color_trc=smpte170m"
                + ":colorspace=bt470bg:range=tv",
            "-c:v",
            "libx264",
            "-c:a",
            "aac");
    assertThat(rendered(film, 320, 180).lines())
        .contains("color_space=bt470bg", "color_primaries=bt470bg", "color_transfer=smpte170m");
  }

  /** 58 % of PQ is 203 nits, what BT.2408 calls white. */
  @Test
  void whiteOfAFilmInHighDynamicRangeIsNearlyFull() throws IOException {
    Path film =
        film(
            "film.mp4",
            "color=c=white:s=320x180:r=24:d=4,format=yuv420p10le,lutyuv=y=572:u=512:v=512",
            "-vf",
            "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv",
            "-c:v",
            "libx265",
            "-preset",
            "ultrafast",
            "-x265-params",
            "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc",
            "-c:a",
            "aac");
    rendered(film, 320, 180);
    assertThat(halves()[0]).isBetween(235, 250);
  }

  @Test
  void aFilmInAv1WithSixChannelsAndASecondSoundIsHeardInStereo() throws IOException {
    Path film =
        film(
            "film.mkv",
            HALVES,
            "-filter_complex",
            "[1]asplit[a][b];[a]aresample=44100,pan=5.1|c0=c0|c1=c0|c2=c0|c4=c0|c5=c0[six]",
            "-map",
            "0:v",
            "-map",
            "[six]",
            "-map",
            "[b]",
            "-c:v",
            "libsvtav1",
            "-preset",
            "12",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "ac3");
    assertThat(rendered(film, 320, 180).lines())
        .contains("channels=2", "sample_rate=48000")
        .doesNotContain("channels=6");
    assertThat(halves()[1]).isGreaterThan(180);
  }

  @Test
  void aFilmOfOblongPixelsInterlacedLinesAndALateStartIsShownInItsShape() throws IOException {
    Path film =
        film(
            "film.ts",
            HALVES.replace("320x180", "352x288").replace("x=160:w=160:h=180", "x=176:w=176:h=288"),
            "-vf",
            "setsar=16/11,setfield=tff",
            "-c:v",
            "mpeg2video",
            "-flags",
            "+ilme+ildct",
            "-q:v",
            "3",
            "-c:a",
            "mp2",
            "-output_ts_offset",
            "90");
    assertThat(rendered(film, 512, 288).lines())
        .contains("width=512", "height=288", "sample_aspect_ratio=1:1");
    assertThat(halves()[1]).isGreaterThan(180);
  }

  @Test
  void aFilmOfOddSidesGetsEvenOnes() throws IOException {
    Path film =
        film(
            "film.mkv",
            HALVES,
            "-vf",
            "format=yuv444p,scale=321:181,setsar=1",
            "-c:v",
            "libx264",
            "-c:a",
            "flac");
    assertThat(rendered(film, 321, 181).lines()).contains("width=320", "height=180");
  }
}
