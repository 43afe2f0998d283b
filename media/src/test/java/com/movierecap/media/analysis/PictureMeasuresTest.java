package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.PictureArea;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Focus;
import com.movierecap.media.Shot.Kind;
import com.movierecap.media.TestFilms;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of pictures, on films painted for it. */
class PictureMeasuresTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int RATE = 12;

  @TempDir Path folder;

  private interface Scene {
    void draw(Graphics2D g, double t);
  }

  @Test
  void whatIsNoStoryIsTold() {
    MovieAnalysis analysis =
        analysed(
            3,
            (g, t) -> {
              g.setColor(new Color(220, 160, 30));
              g.fillOval(270, 130, 100, 100);
            },
            (g, t) -> place(g, 1, t),
            (g, t) -> text(g, 150, "TWENTY YEARS", "LATER IN A TOWN"),
            (g, t) -> night(g, t),
            (g, t) -> {},
            (g, t) -> place(g, 2, t),
            (g, t) -> place(g, 3, t),
            (g, t) -> place(g, 4, t),
            (g, t) -> place(g, 5, t),
            (g, t) -> place(g, 6, t),
            (g, t) -> text(g, 400 - (int) (60 * t), "Directed by A. B.", "Music by C. D.", "Cast"));
    List<Kind> kinds = analysis.shots().stream().map(Shot::kind).toList();
    assertThat(kinds)
        .containsExactly(
            Kind.LOGO,
            Kind.STORY,
            Kind.TITLE,
            Kind.STORY,
            Kind.BLACK,
            Kind.STORY,
            Kind.STORY,
            Kind.STORY,
            Kind.STORY,
            Kind.STORY,
            Kind.CREDITS);
    Shot poster =
        analysis.shots().stream()
            .filter(s -> analysis.posterSeconds() < s.endSeconds())
            .findFirst()
            .orElseThrow();
    assertThat(poster.kind()).isEqualTo(Kind.STORY);
    assertThat(analysis.posterSeconds()).isLessThan(0.75 * analysis.movie().durationSeconds());
  }

  @Test
  void barsAreLeftOutEvenWithSubtitlesAndALogoInThem() {
    MovieAnalysis analysis =
        analysed(
            2, (g, t) -> barred(g, 1, t), (g, t) -> barred(g, 2, t), (g, t) -> barred(g, 3, t));
    PictureArea area = analysis.movie().area();
    assertThat(area.y()).isCloseTo(45.0 / HEIGHT, offset(0.012));
    assertThat(area.height()).isCloseTo(270.0 / HEIGHT, offset(0.02));
    assertThat(area.x()).isCloseTo(0, offset(0.01));
    assertThat(area.width()).isCloseTo(1, offset(0.02));
  }

  @Test
  void aFilmWithoutBarsIsWhole() {
    MovieAnalysis analysis = analysed(2, (g, t) -> place(g, 1, t), (g, t) -> night(g, t));
    assertThat(analysis.movie().area()).isEqualTo(PictureArea.WHOLE);
  }

  @Test
  void theFocusRestsOnWhatMovesAndFollowsItOnlyWhereItHasGone() {
    MovieAnalysis analysis =
        analysed(
            8,
            (g, t) -> {
              place(g, 1, 0);
              // trembles at the left, then walks over to the right and trembles there
              double x = t < 3 ? 100 : t < 5 ? 100 + 220 * (t - 3) : 540;
              g.setColor(Color.WHITE);
              g.fillRect((int) (x + 12 * Math.sin(9 * t)), 120, 50, 130);
            });
    List<Focus> focus = analysis.shots().get(0).focus();
    assertThat(focus).hasSizeBetween(2, 9);
    assertThat(focus.get(0).x()).isBetween(0.1, 0.35);
    assertThat(focus.get(focus.size() - 1).x()).isBetween(0.65, 0.95);
    assertThat(focus).extracting(Focus::seconds).isSorted();
  }

  @Test
  void keyPicturesLieInTheirShotsAndLikePicturesHaveLikeHashes() {
    MovieAnalysis analysis =
        analysed(
            2,
            (g, t) -> place(g, 1, 0),
            (g, t) -> place(g, 2, 0),
            (g, t) -> place(g, 1, 0),
            (g, t) -> place(g, 3, 0));
    List<Shot> shots = analysis.shots();
    assertThat(shots).hasSize(4);
    assertThat(shots)
        .allSatisfy(s -> assertThat(s.keySeconds()).isBetween(s.startSeconds(), s.endSeconds()));
    assertThat(bits(shots.get(0), shots.get(2))).isLessThanOrEqualTo(10);
    assertThat(bits(shots.get(0), shots.get(1))).isGreaterThan(10);
    assertThat(bits(shots.get(2), shots.get(3))).isGreaterThan(10);
  }

  private static int bits(Shot a, Shot b) {
    return Long.bitCount(
        Long.parseUnsignedLong(a.hash(), 16) ^ Long.parseUnsignedLong(b.hash(), 16));
  }

  private static void place(Graphics2D g, int seed, double t) {
    Random random = new Random(seed);
    g.setColor(new Color(60 + random.nextInt(120), 60 + random.nextInt(120), 120));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 120; i++) {
      g.setColor(
          new Color(random.nextInt(256), 40 + random.nextInt(180), 40 + random.nextInt(180)));
      int size = 8 + (int) (120 * Math.pow(random.nextDouble(), 3));
      int x = random.nextInt(WIDTH + 40) - 40;
      int y = random.nextInt(HEIGHT + 40) - 40;
      g.fillOval(x + (int) (6 * t), y, size, size);
    }
  }

  private static void night(Graphics2D g, double t) {
    place(g, 9, t);
    g.setColor(new Color(0, 0, 5, 215));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(new Color(230, 220, 160));
    g.fillOval(500, 60, 26, 26);
  }

  private static void text(Graphics2D g, int y, String... lines) {
    g.setColor(Color.WHITE);
    g.setFont(new Font(Font.SERIF, Font.BOLD, 38));
    for (int i = 0; i < lines.length; i++) {
      g.drawString(lines[i], 140, y + 52 * i);
    }
  }

  private static void barred(Graphics2D g, int seed, double t) {
    place(g, seed, t);
    g.setColor(Color.BLACK);
    g.fillRect(0, 0, WIDTH, 45);
    g.fillRect(0, HEIGHT - 45, WIDTH, 45);
    g.setColor(Color.WHITE);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    g.drawString("What is this place?", 200, HEIGHT - 12);
    g.fillRect(WIDTH - 60, 10, 30, 20);
  }

  private MovieAnalysis analysed(double secondsEach, Scene... scenes) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    Path film =
        TestFilms.makeFrom(
            out -> {
              for (Scene scene : scenes) {
                for (int f = 0; f < secondsEach * RATE; f++) {
                  Graphics2D g = image.createGraphics();
                  g.setColor(Color.BLACK);
                  g.fillRect(0, 0, WIDTH, HEIGHT);
                  scene.draw(g, f / (double) RATE);
                  g.dispose();
                  out.write(pixels);
                }
              }
            },
            "-f",
            "rawvideo",
            "-pix_fmt",
            "bgr24",
            "-s",
            WIDTH + "x" + HEIGHT,
            "-r",
            "" + RATE,
            "-i",
            "-",
            "-pix_fmt",
            "yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            folder.resolve("painted.mp4").toString());
    return new FilmAnalyser().analyse(film, null, Accuracy.NORMAL, (s, d) -> {});
  }
}
