package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Analyses;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    FilmPictures.write(film, analysis, folder);

    BufferedImage poster = ImageIO.read(folder.resolve("poster.jpg").toFile());
    assertThat(poster.getWidth()).isEqualTo(320);
    assertThat(poster.getHeight()).isEqualTo(180);
    // second 9 begins with a white picture; its neighbours are dark
    assertThat(poster.getRGB(160, 90) & 0xFF).isGreaterThan(200);
    BufferedImage sheet = ImageIO.read(folder.resolve("storyboard.jpg").toFile());
    assertThat(sheet.getWidth()).isEqualTo(1600);
    assertThat(sheet.getHeight()).isEqualTo(180);
    assertThat(Files.readString(folder.resolve("storyboard.vtt")))
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nstoryboard.jpg#xywh=0,0,160,90\n")
        .endsWith("00:00:13.000 --> 00:00:14.000\nstoryboard.jpg#xywh=480,90,160,90\n");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("film.mp4", "poster.jpg", "storyboard.jpg", "storyboard.vtt");
  }

  @Test
  void aFilmOfManyShotsShowsEvenlyChosenOnes() {
    List<Shot> chosen = FilmPictures.chosen(shots(1000, 1));
    assertThat(chosen).hasSize(120);
    assertThat(chosen.get(0).index()).isZero();
    assertThat(chosen.get(60).index()).isEqualTo(500);
  }
}
