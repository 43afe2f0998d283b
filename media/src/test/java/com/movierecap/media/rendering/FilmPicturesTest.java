package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Analyses;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.film.SmallPicture;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    new FilmAnalyser(TrackChoice.USUAL, seen)
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
          seen.nearest(60 * minute, 60 * minute + 30, 60 * minute + 60, Storyboard.tile(90, 160))
                  .orElseThrow()
                  .getRGB(45, 80)
              & 0xFF;
      assertThat(grey).isCloseTo((int) Math.round(1.164 * minute), within(1));
    }
    assertThat(seen.nearest(0.1, 0.2, 0.3, Storyboard.tile(160, 90))).isEmpty();
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
