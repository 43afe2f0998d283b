package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.cloud;
import static com.movierecap.media.demo.Brush.crest;
import static com.movierecap.media.demo.Brush.disc;
import static com.movierecap.media.demo.Brush.glitter;
import static com.movierecap.media.demo.Brush.glow;
import static com.movierecap.media.demo.Brush.gradient;
import static com.movierecap.media.demo.Brush.gull;
import static com.movierecap.media.demo.Brush.line;
import static com.movierecap.media.demo.Brush.placed;
import static com.movierecap.media.demo.Brush.polygon;
import static com.movierecap.media.demo.Brush.rgb;
import static com.movierecap.media.demo.Brush.rgba;
import static com.movierecap.media.demo.Brush.sea;
import static com.movierecap.media.demo.Brush.vignette;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Sunrise over Gull Rock; a girl folds a boat on the quay. */
final class HarbourScene {
  private HarbourScene() {}

  static Painter sunrise() {
    return Painter.of(
        g -> {
          gradient(g, 0, 470, 0x2b3a67, 0x7d5a86, 0xe58a72, 0xffd49a);
          glow(g, 420, 455, 420, 0xffe2a8, 0.9);
          disc(g, 420, 448, 58, rgb(0xfff3cf));
          gradient(g, 455, 720, 0xf2a883, 0x9a6583, 0x3b3560);
          polygon(g, rgba(0x6a4a74, 0.8), 0, 457, 0, 420, 120, 396, 240, 424, 360, 440, 520, 457);
          vignette(g, 0.4);
        },
        (g, t) -> {
          cloud(g, 200 + t * 9, 190, 150, rgba(0xffc9a8, 0.34), 3);
          cloud(g, 690 + t * 6, 120, 120, rgba(0xffd9bd, 0.26), 8);
          cloud(g, 1130 + t * 12, 250, 170, rgba(0xf3a48f, 0.3), 5);
          glitter(g, 420, 466, 720, 90, t, rgba(0xffe9b8, 0.5));
          sea(g, 560, 6, 330, t * 1.3, rgba(0x5b4a78, 0.45));
          Props.rock(g, 930, 590, 420, 0x2a2746, 0x4b3b62);
          Props.lighthouse(g, 930, 478, 330, 0xf6e6d6, 0xc4484a, 0.65);
          sea(g, 596, 8, 260, t * 1.7 + 2, rgba(0x3c3766, 0.85));
          crest(g, 596, 8, 260, t * 1.7 + 2, 2, rgba(0xffcfa8, 0.5));
          sea(g, 655, 10, 380, t * 2.1 + 4, rgb(0x2a2a52));
          for (int i = 0; i < 5; i++) {
            double x = 250 + i * 92 + t * (26 + 3 * i);
            double y = 235 + 36 * Math.sin(i * 2.1) + 10 * Math.sin(t + i);
            gull(g, x, y, 15 + 3 * (i % 3), t * 7 + i * 1.9, rgb(0x33294a));
          }
        });
  }

  static Painter town() {
    return Painter.of(
        g -> {
          gradient(g, 0, 440, 0x8fb6d9, 0xf6d9b8, 0xffe9cf);
          polygon(
              g,
              rgb(0x9db7a8),
              0,
              420,
              0,
              250,
              180,
              190,
              420,
              270,
              650,
              180,
              900,
              260,
              1120,
              170,
              1280,
              230,
              1280,
              420);
          polygon(
              g,
              rgb(0x7d9f8d),
              0,
              430,
              0,
              330,
              220,
              285,
              480,
              340,
              760,
              290,
              1010,
              330,
              1280,
              280,
              1280,
              430);
          int[] back = {0xe9c7a4, 0xd9a58b, 0xc9d3d0, 0xe6d8b4};
          Props.houses(g, -20, 1290, 425, 74, 21, back, 0x8c5a4e, 0xffdf94, 0.25);
          int[] front = {0xd9584c, 0xf0b54a, 0x4f8fa8, 0xf2e3c9, 0x6d9b72, 0xe88a6a};
          Props.houses(g, -30, 1300, 500, 112, 9, front, 0x5a3d44, 0xffe4a0, 0.4);
          g.setColor(rgb(0x8b7b78));
          g.fill(new Rectangle2D.Double(0, 498, 1280, 40));
          g.setColor(rgb(0x6b5d60));
          for (int x = 0; x < 1280; x += 64) {
            g.fill(new RoundRectangle2D.Double(x + 24, 488, 12, 20, 5, 5));
          }
          gradient(g, 538, 720, 0x5f93a6, 0x2f5f7c);
        },
        (g, t) -> {
          cloud(g, 300 + t * 14, 110, 110, rgba(0xffffff, 0.6), 12);
          cloud(g, 900 + t * 10, 80, 90, rgba(0xffffff, 0.45), 17);
          glitter(g, 640, 546, 720, 420, t, rgba(0xfff0d0, 0.28));
          sea(g, 610, 5, 300, t * 1.6, rgba(0x2d6380, 0.55));
          trawlerAtRest(g, 330 + t * 5, 600, 0.95, t, 0x2f6f8f);
          trawlerAtRest(g, 930 - t * 4, 640, 1.25, t + 1.7, 0xb8443e);
          sea(g, 672, 7, 420, t * 2 + 3, rgba(0x234f6d, 0.9));
          gull(g, 500 + 40 * t, 190 - 12 * t, 20, t * 8, rgb(0xfdfdfd));
          gull(g, 560 + 44 * t, 230 - 14 * t, 15, t * 8 + 2, rgb(0xfdfdfd));
        });
  }

  private static void trawlerAtRest(
      Graphics2D g, double x, double y, double size, double t, int hull) {
    double bob = 4 * Math.sin(t * 1.8);
    Props.trawler(g, x, y + bob, size, 0.025 * Math.sin(t * 1.4), hull, 0xf3ead8, 0xffe3a0);
  }

  static Painter folding() {
    return Painter.of(
        g -> {
          gradient(g, 0, 430, 0x6fb3cf, 0xbfe0dc, 0xfff0cf);
          glow(g, 1050, 140, 340, 0xfff6d0, 0.9);
          gradient(g, 430, 720, 0x63a9b8, 0x2f7690);
          Props.rock(g, 1010, 445, 170, 0x5d7d8c, 0x83a0a8);
          Props.lighthouse(g, 1010, 400, 150, 0xfaf2e4, 0xc9504c, 0);
        },
        (g, t) -> {
          cloud(g, 260 + t * 16, 150, 130, rgba(0xffffff, 0.65), 31);
          glitter(g, 1040, 445, 720, 120, t, rgba(0xffffff, 0.35));
          sea(g, 540, 6, 360, t * 1.5, rgba(0x2c7a94, 0.4));
          g.setColor(rgb(0x8a6146));
          g.fill(new Rectangle2D.Double(-10, 590, 760, 40));
          for (int plank = 0; plank < 9; plank++) {
            line(g, plank * 84 + 4, 590, plank * 84 + 4, 630, 2, rgb(0x5f402f));
          }
          g.setColor(rgb(0x6d4a37));
          for (int post : new int[] {60, 380, 690}) {
            g.fill(new RoundRectangle2D.Double(post, 560, 30, 200, 8, 8));
            g.setColor(rgb(0x55392b));
          }
          double arm = -0.28 + 0.14 * Math.sin(t * 3.2);
          Props.child(g, 470, 592, 3.1, 0xf2c230, 0xf0c19c, arm);
          placed(
              g,
              588,
              408,
              0.95,
              0.06 * Math.sin(t * 3.2),
              () -> Props.paperBoat(g, 0, 0, 1.1, 0, 0xffffff, 0xd7e0ea));
          g.setColor(rgba(0xd9534c, 1));
          g.fill(new Ellipse2D.Double(128, 566, 40, 26));
          line(g, 148, 560, 148, 590, 3, rgb(0x7c2f2c));
          gull(g, 700 + 46 * t, 210 - 8 * t, 24, t * 7, rgb(0xffffff));
          sea(g, 690, 6, 300, t * 2, rgba(0x246780, 0.85));
        });
  }
}
