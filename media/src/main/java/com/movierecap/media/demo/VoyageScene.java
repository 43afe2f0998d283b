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
import static com.movierecap.media.demo.Brush.wave;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** The paper boat at noon: on the water, above the fish, beside a whale. */
final class VoyageScene {
  private VoyageScene() {}

  static Painter settingSail() {
    return Painter.of(
        g -> {
          gradient(g, 0, 360, 0x2f9fd6, 0x8fd6ee, 0xe4f7f6);
          glow(g, 240, 90, 320, 0xfffbe0, 0.95);
          gradient(g, 350, 720, 0x35b5bd, 0x0f6f94);
        },
        (g, t) -> {
          cloud(g, 820 + t * 18, 170, 190, rgba(0xffffff, 0.85), 41);
          cloud(g, 420 + t * 10, 250, 110, rgba(0xffffff, 0.6), 44);
          glitter(g, 300, 366, 700, 260, t, rgba(0xffffff, 0.45));
          sea(g, 440, 9, 420, t * 1.4, rgba(0x1c9cae, 0.6));
          double x = 380 + t * 78;
          double y = wave(x, 540, 16, 520, t * 1.8) - 26;
          double tilt = 0.09 * Math.cos(t * 1.8 + x / 90);
          Props.paperBoat(g, x, y, 2.5, tilt, 0xffffff, 0xd3e4f2);
          sea(g, 540, 16, 520, t * 1.8, rgba(0x1188a6, 0.88));
          crest(g, 540, 16, 520, t * 1.8, 3, rgba(0xe8fbff, 0.8));
          sea(g, 645, 14, 380, t * 2.3 + 2, rgb(0x0c6b8d));
          crest(g, 645, 14, 380, t * 2.3 + 2, 2.5, rgba(0xc8f1fa, 0.6));
        });
  }

  static Painter underWater() {
    return Painter.of(
        g -> {
          gradient(g, 0, 720, 0x7fe3dc, 0x1fa0b8, 0x0d5a86, 0x072c55);
          for (int i = 0; i < 7; i++) {
            double x = 90 + i * 190;
            polygon(g, rgba(0xffffff, 0.07), x, 0, x + 70, 0, x - 130, 720, x - 310, 720);
          }
          Random random = new Random(5);
          for (int i = 0; i < 26; i++) {
            double x = random.nextDouble() * 1280;
            double h = 40 + random.nextDouble() * 120;
            Path2D weed = new Path2D.Double();
            weed.moveTo(x - 9, 730);
            weed.quadTo(x - 22, 720 - h * 0.5, x + 6, 720 - h);
            weed.quadTo(x + 10, 720 - h * 0.4, x + 9, 730);
            g.setColor(rgba(0x04304a, 0.85));
            g.fill(weed);
          }
        },
        (g, t) -> {
          double x = 560 + 34 * t;
          placed(
              g,
              x,
              70 + 6 * Math.sin(t * 2),
              1,
              0,
              () -> {
                polygon(g, rgb(0xeef6fa), -140, -40, -90, 34, 90, 34, 150, -40);
                polygon(g, rgba(0x7fa9c4, 0.6), 0, 34, 90, 34, 150, -40, 20, -40);
              });
          g.setColor(rgba(0xe6fffb, 0.55));
          for (int i = 0; i < 10; i++) {
            double sway = 90 * Math.sin(t * 0.7 + i);
            g.fill(new Ellipse2D.Double(i * 150 - 80 + sway, 14 + 5 * Math.sin(t + i), 140, 5));
          }
          Random random = new Random(19);
          int[] colours = {0xffa23f, 0xffd15c, 0xff6f61, 0xf4f1de};
          for (int i = 0; i < 16; i++) {
            double lane = 210 + random.nextDouble() * 360;
            double speed = 60 + random.nextDouble() * 70;
            double size = 0.5 + random.nextDouble() * 0.9;
            double fx = (random.nextDouble() * 1500 + t * speed) % 1500 - 110;
            double fy = lane + 12 * Math.sin(t * 1.6 + i);
            fish(g, fx, fy, size, rgb(colours[i % 4]), Math.sin(t * 9 + i));
          }
          for (int i = 0; i < 18; i++) {
            double rise = (i * 67 + t * (50 + i * 3)) % 700;
            double bx = 180 + (i * 173) % 1000 + 10 * Math.sin(t * 2 + i);
            g.setColor(rgba(0xffffff, 0.35));
            g.draw(new Ellipse2D.Double(bx, 720 - rise, 4 + i % 5, 4 + i % 5));
          }
        });
  }

  private static void fish(
      Graphics2D g, double x, double y, double size, Color colour, double tail) {
    placed(
        g,
        x,
        y,
        size,
        0,
        () -> {
          polygon(g, colour.darker(), -26, 0, -48, -14 + 5 * tail, -42, 2, -48, 15 + 5 * tail);
          g.setColor(colour);
          g.fill(new Ellipse2D.Double(-32, -15, 62, 30));
          polygon(g, colour.darker(), -6, -12, 8, -24, 12, -11);
          disc(g, 18, -3, 4, rgb(0xffffff));
          disc(g, 19, -3, 2, rgb(0x102030));
        });
  }

  static Painter whale() {
    return Painter.of(
        g -> {
          gradient(g, 0, 300, 0x4aa8d8, 0xa7def0, 0xfdf6df);
          gradient(g, 292, 720, 0x4cc0c6, 0x1d86a8, 0x0b5178);
          Props.rock(g, 1120, 304, 110, 0x7ea6b4, 0x9fc0c8);
          Props.lighthouse(g, 1120, 276, 90, 0xfdf7ec, 0xcc6a62, 0);
        },
        (g, t) -> {
          cloud(g, 180 + t * 12, 130, 120, rgba(0xffffff, 0.8), 51);
          cloud(g, 760 + t * 8, 90, 150, rgba(0xffffff, 0.65), 55);
          glitter(g, 640, 300, 700, 500, t, rgba(0xffffff, 0.28));
          sea(g, 380, 6, 340, t * 1.2, rgba(0x2ba3b6, 0.5));
          double rise = 36 * Math.sin(Math.min(1, t / 3) * Math.PI);
          placed(
              g,
              470 - 16 * t,
              500 - rise,
              1.5,
              -0.05,
              () -> {
                Path2D back = new Path2D.Double();
                back.moveTo(-190, 40);
                back.curveTo(-150, -60, -20, -84, 90, -40);
                back.curveTo(150, -14, 180, 6, 214, -46);
                back.curveTo(224, -30, 226, -14, 214, 10);
                back.curveTo(190, 50, 120, 70, 60, 70);
                back.lineTo(-190, 70);
                back.closePath();
                g.setColor(rgb(0x27567a));
                g.fill(back);
                disc(g, -128, 0, 6, rgb(0xf2f8fa));
                disc(g, -129, 0, 3, rgb(0x0c1a28));
                for (int line = 0; line < 5; line++) {
                  line(
                      g,
                      -180 + line * 6,
                      34 + line * 6,
                      -90,
                      40 + line * 6,
                      2,
                      rgba(0xcfe4ec, 0.45));
                }
                double spray = 60 + 12 * Math.sin(t * 6);
                for (int s = -3; s <= 3; s++) {
                  line(
                      g,
                      -70,
                      -66,
                      -70 + s * 13,
                      -66 - spray + Math.abs(s) * 9,
                      4,
                      rgba(0xffffff, 0.65));
                }
              });
          sea(g, 545, 12, 460, t * 1.7, rgba(0x157a9c, 0.9));
          crest(g, 545, 12, 460, t * 1.7, 2.5, rgba(0xe0f8ff, 0.7));
          double x = 830 + 22 * t;
          Props.paperBoat(
              g,
              x,
              wave(x, 590, 12, 420, t * 2) - 16,
              1.25,
              0.08 * Math.sin(t * 2),
              0xffffff,
              0xd3e4f2);
          sea(g, 590, 12, 420, t * 2, rgb(0x0e6488));
          crest(g, 590, 12, 420, t * 2, 2.5, rgba(0xc8f1fa, 0.6));
          gull(g, 900 + 40 * t, 180 + 8 * t, 22, t * 7, rgb(0xffffff));
        });
  }
}
