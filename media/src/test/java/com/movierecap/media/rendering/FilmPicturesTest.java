package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Analyses;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Shot;
import com.movierecap.media.TestFilms;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.film.SmallPicture;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmPicturesTest {
  @TempDir Path folder;

  private static List<Shot> shots(int count, double length) {
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shots.add(Analyses.shot(i, i * length, (i + 1) * length, i * 24L, Analyses.PLAIN));
    }
    return shots;
  }

  @Test
  void thePosterIsExactlyThePictureAskedForAndEveryShotHasATile() throws Exception {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", 14);
    MovieAnalysis plain = MetronomeFilm.analysis(24, 14, List.of());
    MovieAnalysis analysis =
        Analyses.withPoster(Analyses.of(plain.movie(), shots(14, 1), null, List.of()), 9);
    SparsePictures seen = new SparsePictures();
    new FilmAnalyser(TrackChoice.USUAL, seen, words -> {})
        .analyse(film, null, Accuracy.NORMAL, (stage, done) -> {});
    FilmPictures.write(film, analysis, seen, folder);

    BufferedImage poster = ImageIO.read(folder.resolve("poster.jpg").toFile());
    assertThat(poster.getWidth()).isEqualTo(320);
    assertThat(poster.getHeight()).isEqualTo(180);
    // second 9 begins with a white picture; its neighbours are dark
    assertThat(poster.getRGB(160, 90) & 0xFF).isGreaterThan(200);
    BufferedImage sheet = ImageIO.read(folder.resolve("storyboard.jpg").toFile());
    assertThat(sheet.getWidth()).isEqualTo(1600);
    assertThat(sheet.getHeight()).isEqualTo(180);
    // each tile is one of the dark pictures, in the test picture's colours
    for (int tile = 0; tile < 14; tile++) {
      int green = sheet.getRGB(tile % 10 * 160 + 56, tile / 10 * 90 + 20);
      assertThat(green >> 8 & 0xFF).as("green of tile %d", tile).isBetween(40, 150);
    }
    assertThat(Files.readString(folder.resolve("storyboard.vtt")))
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nstoryboard.jpg#xywh=0,0,160,90\n")
        .endsWith("00:00:13.000 --> 00:00:14.000\nstoryboard.jpg#xywh=480,90,160,90\n");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("film.mp4", "poster.jpg", "storyboard.jpg", "storyboard.vtt");
  }

  /** As players take it: BT.709, where there is more of it than standard definition. */
  @ParameterizedTest
  @CsvSource({
    "1280, 720, yuv420p, bt709",
    "1280, 534, yuv420p, bt709",
    "1280, 720, gbrp, bt709",
    "320, 180, yuv420p, smpte170m",
    "320, 180, gbrp, smpte170m"
  })
  void aFilmThatSaysNothingOfItsColoursHasThoseOfItsRecapEverywhere(
      int width, int height, String pixels, String matrix) throws Exception {
    String colour = "color=c=0x20C040:s=%dx%d:r=25:d=4,".formatted(width, height);
    String stored =
        pixels.equals("gbrp")
            ? "format=gbrp"
            : "format=gbrp,scale=out_color_matrix=%s:out_range=tv,format=yuv420p,setparams=colorspace=unknown"
                .formatted(matrix);
    String encoder = pixels.equals("gbrp") ? "libx264rgb" : "libx264";
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            colour + stored,
            "-c:v",
            encoder,
            "-preset",
            "ultrafast",
            folder.resolve("film.mkv").toString());
    SparsePictures seen = new SparsePictures();
    MovieAnalysis analysis =
        new FilmAnalyser(TrackChoice.USUAL, seen, words -> {})
            .analyse(film, null, Accuracy.NORMAL, (stage, done) -> {});
    FilmPictures.write(film, analysis, seen, folder);
    green(folder.resolve("poster.jpg"));
    green(folder.resolve("storyboard.jpg"));
    Path out = Files.createDirectories(folder.resolve("out"));
    new RecapRenderer()
        .render(
            film,
            analysis,
            MetronomeFilm.timeline(1, 3),
            RecapRequest.story(2, Rendering.of(Aspect.SOURCE, Captions.NONE)),
            out,
            (stage, done) -> {});
    green(out.resolve("poster.jpg"));
    green(out.resolve("storyboard.jpg"));
    assertThat(
            FfmpegProgram.probe(
                List.of(
                    "-of",
                    "csv=p=0",
                    "-select_streams",
                    "v",
                    "-show_entries",
                    "stream=color_space",
                    out.resolve("recap.mp4").toString())))
        .startsWith(matrix);
    Path shown = folder.resolve("shown.png");
    FfmpegProgram.run(
        List.of(
            "-i",
            out.resolve("recap.mp4").toString(),
            "-vf",
            "scale=in_color_matrix=" + matrix + ",format=rgb24",
            "-frames:v",
            "1",
            shown.toString()));
    green(shown);
    green(firstOf(out.resolve(Preview.NAME)));
  }

  /** The first picture of a moving one, which FFmpeg reads only by itself. */
  private Path firstOf(Path webp) throws Exception {
    byte[] bytes = Files.readAllBytes(webp);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
    int size = 8 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
    ByteBuffer single = ByteBuffer.allocate(12 + size).order(ByteOrder.LITTLE_ENDIAN);
    single.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + size);
    single.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(bytes, at, size);
    Path still = Files.write(folder.resolve("still.webp"), single.array());
    Path shown = folder.resolve("still.png");
    FfmpegProgram.run(List.of("-i", still.toString(), "-frames:v", "1", shown.toString()));
    return shown;
  }

  private static void green(Path picture) throws Exception {
    BufferedImage image = ImageIO.read(picture.toFile());
    int rgb = image.getRGB(40, 40);
    assertThat(rgb >> 16 & 0xFF).as("red of %s", picture).isCloseTo(0x20, within(6));
    assertThat(rgb >> 8 & 0xFF).as("green of %s", picture).isCloseTo(0xC0, within(6));
    assertThat(rgb & 0xFF).as("blue of %s", picture).isCloseTo(0x40, within(6));
  }

  @Test
  void aShotOfAVeryLongFilmIsShownByAPictureOfItsOwn() {
    SparsePictures seen = new SparsePictures();
    SmallPicture picture = new SmallPicture();
    for (int i = 0; i < 3 * 3600 * 24; i++) {
      Arrays.fill(picture.luma, (byte) (16 + i / (24 * 60)));
      Arrays.fill(picture.cb, (byte) 128);
      Arrays.fill(picture.cr, (byte) 128);
      picture.stamp(i, i / 24.0, i % 250 == 0);
      seen.accept(picture);
    }
    for (int minute = 0; minute < 180; minute++) {
      int grey =
          seen.nearest(
                      60 * minute,
                      60 * minute + 30,
                      60 * minute + 60,
                      Storyboard.tile(90, 160),
                      "bt709")
                  .orElseThrow()
                  .getRGB(45, 80)
              & 0xFF;
      assertThat(grey).isCloseTo((int) Math.round(1.164 * minute), within(1));
    }
    assertThat(seen.nearest(0.1, 0.2, 0.3, Storyboard.tile(160, 90), "bt709")).isEmpty();
  }

  @Test
  void aTileHasTheShapeOfTheFilm() {
    assertThat(Storyboard.tile(1920, 1080)).isEqualTo(new PictureSize(160, 90, 1, 1));
    assertThat(Storyboard.tile(1080, 1920)).isEqualTo(new PictureSize(90, 160, 1, 1));
    assertThat(Storyboard.tile(720, 720)).isEqualTo(new PictureSize(160, 160, 1, 1));
  }

  @Test
  void aFilmOfManyShotsShowsEvenlyChosenOnes() {
    List<Shot> chosen = FilmPictures.chosen(shots(1000, 1));
    assertThat(chosen).hasSize(120);
    assertThat(chosen.get(0).index()).isZero();
    assertThat(chosen.get(60).index()).isEqualTo(500);
  }
}
