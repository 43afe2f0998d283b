package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Analyses;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.OutputFile;
import com.movierecap.media.PictureArea;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Focus;
import com.movierecap.media.TestFilms;
import com.movierecap.media.Timeline;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.Watermark;
import com.movierecap.media.Watermark.Corner;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One film in several shapes: what is in the picture, and where. */
class ShapesTest {
  private static final int RATE = 24;

  @TempDir Path folder;

  private Rendition render(
      Path film,
      MovieAnalysis analysis,
      Timeline timeline,
      @Nullable Watermark mark,
      Aspect... aspects)
      throws IOException {
    Rendering rendering =
        new Rendering(
            aspects[0],
            List.of(aspects).subList(1, aspects.length),
            Captions.NONE,
            LoudnessTarget.STREAMING,
            false,
            mark);
    return new RecapRenderer()
        .render(
            film,
            analysis,
            timeline,
            RecapRequest.story(timeline.lengthSeconds(), rendering),
            Files.createDirectories(folder.resolve("out")),
            (stage, done) -> {});
  }

  private byte[] grey(String file, int width, int height) {
    return FfmpegProgram.read(
        List.of(
            "-i",
            folder.resolve("out").resolve(file).toString(),
            "-map",
            "0:v",
            "-vf",
            "scale=" + width + ":" + height + ",format=gray",
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "pipe:1"));
  }

  private static MovieAnalysis analysis(
      double seconds, int width, int height, PictureArea area, List<Focus> focus) {
    MovieInfo info =
        new MovieInfo(
            seconds, width, height, RATE, "h264", null, area, List.of(), List.of(), List.of(), null,
            false, List.of());
    Shot plain = Analyses.shot(0, 0, seconds, 0, Analyses.PLAIN);
    Shot shot =
        new Shot(
            0,
            0,
            seconds,
            0,
            plain.transition(),
            plain.kind(),
            plain.keySeconds(),
            plain.hash(),
            focus,
            plain.features());
    return Analyses.of(info, List.of(shot), null, List.of());
  }

  /** A white square on grey whose middle goes to and fro between 0.2 and 0.8 in eight seconds. */
  private Path wanderer() {
    return TestFilms.make(
        "-f",
        "lavfi",
        "-i",
        "color=c=0x404040:s=640x360:r=24:d=8",
        "-f",
        "lavfi",
        "-i",
        "color=c=white:s=24x24:r=24:d=8",
        "-filter_complex",
        "[0][1]overlay=x='640*(0.5+0.3*sin(2*PI*t/8))-12':y=168,format=yuv420p",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-qp",
        "10",
        folder.resolve("film.mp4").toString());
  }

  private static List<Focus> wandering() {
    List<Focus> focus = new ArrayList<>();
    for (double t = 0; t <= 8; t += 0.25) {
      focus.add(new Focus(t, 0.5 + 0.3 * Math.sin(2 * Math.PI * t / 8), 0.5));
    }
    return focus;
  }

  @Test
  void anUprightPictureFollowsTheSubjectWithoutJumpsAndEveryShapeIsAFile() throws IOException {
    Path film = wanderer();
    Rendition rendition =
        render(
            film,
            analysis(8, 640, 360, PictureArea.WHOLE, wandering()),
            MetronomeFilm.timeline(0.5, 4, 4.5, 7.5),
            null,
            Aspect.SOURCE,
            Aspect.TALL,
            Aspect.SQUARE,
            Aspect.TALL);
    assertThat(rendition.outputs().stream().map(OutputFile::name))
        .contains("recap.mp4", "recap-9x16.mp4", "recap-1x1.mp4")
        .doesNotHaveDuplicates();
    for (OutputFile output : rendition.outputs()) {
      assertThat(folder.resolve("out").resolve(output.name())).isNotEmptyFile();
    }
    int width = 180;
    byte[] pictures = grey("recap-9x16.mp4", width, 320);
    int count = pictures.length / (width * 320);
    assertThat(count).isEqualTo((int) (6.5 * RATE));
    double before = Double.NaN;
    for (int n = 6; n < count - 12; n++) {
      double middle = middleOfWhite(pictures, n, width, 320);
      assertThat(middle).as("subject in picture %s", n).isBetween(0.1 * width, 0.9 * width);
      // it moves by up to 4 % of the crop's width a picture, and the cut is at 84
      if (n != 84 && !Double.isNaN(before)) {
        assertThat(middle).as("step to picture %s", n).isCloseTo(before, within(0.04 * width));
      }
      before = middle;
    }
  }

  private static double middleOfWhite(byte[] pictures, int n, int width, int height) {
    long sum = 0;
    long count = 0;
    for (int i = 0; i < width * height; i++) {
      if ((pictures[n * width * height + i] & 0xFF) > 180) {
        sum += i % width;
        count++;
      }
    }
    assertThat(count).as("bright pixels in picture %s", n).isGreaterThan(100);
    return sum / (double) count;
  }

  @Test
  void blackBarsAreCutOffInEveryShape() throws IOException {
    Path film =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            "color=c=0xC0C0C0:s=640x268:r=24:d=4,pad=640:360:0:46:black,format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            folder.resolve("film.mp4").toString());
    PictureArea area = new PictureArea(0, 46 / 360.0, 1, 268 / 360.0);
    render(
        film,
        analysis(4, 640, 360, area, List.of()),
        MetronomeFilm.timeline(0.5, 3.5),
        null,
        Aspect.SOURCE,
        Aspect.TALL);
    for (String file : List.of("recap.mp4", "recap-9x16.mp4")) {
      byte[] pictures = grey(file, 64, 64);
      int darkest = 255;
      for (int i = 36 * 64 * 64; i < 37 * 64 * 64; i++) {
        darkest = Math.min(darkest, pictures[i] & 0xFF);
      }
      assertThat(darkest).as(file).isGreaterThan(160);
    }
    assertThat(
            FfmpegProgram.probe(
                List.of(
                    "-of",
                    "csv=p=0",
                    "-select_streams",
                    "v",
                    "-show_entries",
                    "stream=width,height",
                    folder.resolve("out/recap.mp4").toString())))
        .startsWith("640,264");
  }

  /** 76 pixels wide with a margin of 16; its left half is transparent, its right one white. */
  @ParameterizedTest
  @CsvSource({
    "bottom-right, 605, 330, 560, 330",
    "bottom-left, 75, 330, 30, 330",
    "top-right, 605, 30, 560, 30",
    "top-left, 75, 30, 30, 30"
  })
  void theWatermarkLiesInItsCorner(String corner, int x, int y, int clearX, int clearY)
      throws IOException {
    byte[] pictures = watermarked(Corner.of(corner), 1);
    assertThat(at(pictures, x, y)).isGreaterThan(200);
    assertThat(at(pictures, clearX, clearY)).isLessThan(90);
    // the margin, and the middle row
    assertThat(at(pictures, 634, y)).isLessThan(90);
    assertThat(at(pictures, 5, y)).isLessThan(90);
    assertThat(at(pictures, x, 355)).isLessThan(90);
    assertThat(at(pictures, x, 5)).isLessThan(90);
    assertThat(at(pictures, x, 120)).isLessThan(90);
  }

  @Test
  void theFilmShowsThroughAWatermarkThatIsNotOpaque() throws IOException {
    // the film is 0x40 in full range; a quarter of the way from there to white
    assertThat(at(watermarked(Corner.BOTTOM_RIGHT, 0.25), 605, 330)).isBetween(95, 130);
  }

  private byte[] watermarked(Corner corner, double opacity) throws IOException {
    BufferedImage mark = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
    for (int x = 200; x < 400; x++) {
      for (int y = 0; y < 200; y++) {
        mark.setRGB(x, y, Color.WHITE.getRGB());
      }
    }
    Path png = folder.resolve("mark.png");
    ImageIO.write(mark, "png", png.toFile());
    render(
        wanderer(),
        analysis(8, 640, 360, PictureArea.WHOLE, List.of()),
        MetronomeFilm.timeline(0, 3),
        new Watermark(png.toString(), corner, opacity),
        Aspect.SOURCE);
    return grey("recap.mp4", 640, 360);
  }

  /** Brightness in the 36th picture. */
  private static int at(byte[] pictures, int x, int y) {
    return pictures[36 * 640 * 360 + y * 640 + x] & 0xFF;
  }

  @Test
  void aMarkThatIsNoPngIsTheCustomersToMend() throws IOException {
    Path png = Files.writeString(folder.resolve("mark.png"), "GIF89a");
    assertThatThrownBy(
            () ->
                render(
                    wanderer(),
                    analysis(8, 640, 360, PictureArea.WHOLE, List.of()),
                    MetronomeFilm.timeline(0, 3),
                    new Watermark(png.toString(), Corner.BOTTOM_RIGHT, 1),
                    Aspect.SOURCE))
        .isInstanceOfSatisfying(
            UnusableInputException.class,
            e -> assertThat(e.reason().code()).isEqualTo("watermark-unreadable"));
  }
}
