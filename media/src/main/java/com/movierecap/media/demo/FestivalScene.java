package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.disc;
import static com.movierecap.media.demo.Brush.glitter;
import static com.movierecap.media.demo.Brush.glow;
import static com.movierecap.media.demo.Brush.gradient;
import static com.movierecap.media.demo.Brush.polygon;
import static com.movierecap.media.demo.Brush.rgb;
import static com.movierecap.media.demo.Brush.rgba;
import static com.movierecap.media.demo.Brush.sea;
import static com.movierecap.media.demo.Brush.stars;
import static com.movierecap.media.demo.Brush.twinkle;
import static com.movierecap.media.demo.Brush.vignette;
import static com.movierecap.media.demo.Brush.wave;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** The town says thank you: lanterns, a hundred little boats, fireworks. */
final class FestivalScene {
  private static final int[] LANTERNS = {0xff5f56, 0xffbd4a, 0x6ad1c9, 0xff8fb8, 0xb9e36a};

  private FestivalScene() {}

  static Painter quay() {
    return Painter.of(
        g -> {
          gradient(g, 0, 480, 0x151338, 0x3a2461, 0x7a3b78);
          stars(g, 8, 150, 330);
          polygon(
              g,
              rgb(0x1c1840),
              0,
              430,
              0,
              270,
              200,
              220,
              460,
              290,
              720,
              210,
              980,
              280,
              1280,
              220,
              1280,
              430);
          int[] walls = {0x5b3a63, 0x7a4358, 0x46406f, 0x8a5a52};
          Props.houses(g, -30, 1300, 500, 118, 14, walls, 0x2b1f3e, 0xffd27a, 0.8);
          g.setColor(rgb(0x3b2a44));
          g.fill(new Rectangle2D.Double(0, 498, 1280, 222));
          for (int i = 0; i < 9; i++) {
            g.setColor(rgba(0x000000, 0.18));
            g.fill(new Rectangle2D.Double(0, 524 + i * 26, 1280, 2));
          }
        },
        (g, t) -> {
          for (int row = 0; row < 3; row++) {
            garland(g, 60 + row * 88, 54 + row * 10, t + row);
          }
          Random random = new Random(30);
          int[] coats = {0xf2c230, 0xd9584c, 0x4f8fa8, 0xe6e0d0, 0x6d9b72, 0xc77fb0};
          for (int i = 0; i < 11; i++) {
            double x = 60 + i * 115 + 14 * random.nextDouble();
            double jump = 13 * Math.abs(Math.sin(t * (3.2 + random.nextDouble()) + i));
            double size = 1.15 + 0.5 * random.nextDouble();
            double flip = i % 2 == 0 ? size : -size;
            Props.child(
                g,
                x,
                640 + 40 * (i % 2) - jump,
                flip,
                coats[i % 6],
                0xefc39f,
                -0.9 + 0.5 * Math.sin(t * 5 + i));
          }
        });
  }

  private static void garland(Graphics2D g, double y, double sag, double t) {
    Path2D rope = new Path2D.Double();
    rope.moveTo(-20, y);
    rope.quadTo(320, y + sag, 640, y + 6);
    rope.quadTo(960, y + sag, 1300, y);
    g.setColor(rgba(0x120c24, 0.9));
    g.setStroke(new BasicStroke(2));
    g.draw(rope);
    for (int i = 0; i < 16; i++) {
      double x = 20 + i * 82;
      double half = (x % 640) / 640;
      double hang = y + 2 * sag * half * (1 - half) + 4;
      double swing = 5 * Math.sin(t * 2 + i);
      int colour = LANTERNS[i % LANTERNS.length];
      glow(g, x + swing, hang + 20, 46, colour, 0.6);
      g.setColor(rgb(colour));
      g.fill(new Ellipse2D.Double(x + swing - 13, hang + 4, 26, 32));
      disc(g, x + swing, hang + 21, 7, rgba(0xffffff, 0.6));
    }
  }

  static Painter candles() {
    return Painter.of(
        g -> {
          gradient(g, 0, 250, 0x0d1030, 0x2a2458);
          stars(g, 15, 120, 220);
          gradient(g, 240, 720, 0x2b2b66, 0x141846, 0x070a22);
          vignette(g, 0.45);
        },
        (g, t) -> {
          twinkle(g, 4, 14, 220, t);
          Random random = new Random(6);
          for (int i = 0; i < 46; i++) {
            double depth = i / 45.0;
            double y = 262 + 410 * Math.pow(depth, 1.5);
            double size = 0.16 + 1.05 * depth * depth;
            double drift = t * (10 + 34 * depth);
            double x = (random.nextDouble() * 1500 + drift) % 1500 - 110;
            double bob = 3 * size * Math.sin(t * 1.8 + i * 2.2);
            glow(g, x, y + bob - 16 * size, 110 * size + 12, 0xffb24a, 0.62);
            g.setColor(rgba(0xffcf7a, 0.3));
            g.fill(new Ellipse2D.Double(x - 42 * size, y + bob + 14 * size, 84 * size, 9 * size));
            Props.paperBoat(g, x, y + bob, size, 0.05 * Math.sin(t * 1.5 + i), 0xffe2a6, 0xd99a5a);
            disc(
                g,
                x - 4 * size,
                y + bob - 66 * size,
                5 * size + 1,
                rgba(0xfff6d8, 0.75 + 0.25 * Math.sin(t * 9 + i)));
          }
        });
  }

  static Painter fireworks() {
    return Painter.of(
        g -> {
          gradient(g, 0, 520, 0x070b22, 0x161c48, 0x3d3a78);
          stars(g, 40, 170, 440);
          gradient(g, 510, 720, 0x2a2c62, 0x090c24);
        },
        (g, t) -> {
          burst(g, t - 0.1, 330, 210, 190, 0xffb24a, 1);
          burst(g, t - 0.8, 1010, 170, 170, 0xff6f8f, 2);
          burst(g, t - 1.6, 520, 150, 160, 0x7ee0d6, 3);
          burst(g, t - 2.2, 860, 240, 210, 0xfff0b0, 4);
          burst(g, t - 2.8, 220, 180, 150, 0xb9a2ff, 5);
          Props.rock(g, 690, 560, 360, 0x0d0f26, 0x2a2c56);
          Props.beams(g, 690, 236, t * 0.8 + 0.3, 1100, 0.5);
          Props.lighthouse(g, 690, 466, 280, 0xe4dfe6, 0xb04650, 1);
          glitter(g, 690, 566, 720, 160, t, rgba(0xffe2a4, 0.4));
          sea(g, 560, 6, 360, t * 1.3, rgba(0x1b1f50, 0.75));
          for (int i = 0; i < 9; i++) {
            double x = 90 + i * 150 + 8 * t;
            double y = wave(x, 630, 6, 300, t * 1.5 + i) + (i % 3) * 22;
            glow(g, x, y - 8, 46, 0xffb24a, 0.6);
            Props.paperBoat(g, x, y, 0.42, 0, 0xffe2a6, 0xd99a5a);
          }
          sea(g, 690, 6, 420, t * 1.8, rgba(0x0a0c28, 0.8));
        });
  }

  private static void burst(
      Graphics2D g, double age, double x, double y, double reach, int colour, long seed) {
    if (age < 0 || age > 2.4) {
      return;
    }
    double open = 1 - Math.exp(-age * 3.2);
    double alpha = Math.max(0, 1 - age / 2.3);
    glow(g, x, y, reach * 1.2, colour, 0.3 * alpha);
    Random random = new Random(seed);
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 64; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double r = reach * open * (0.35 + 0.65 * Math.sqrt(random.nextDouble()));
      double fall = 26 * age * age;
      double px = x + r * Math.cos(angle);
      double py = y + r * Math.sin(angle) + fall;
      Brush.line(
          g, x + (px - x) * 0.82, y + (py - y) * 0.82, px, py, 2.2, rgba(colour, alpha * 0.5));
      disc(g, px, py, 2.6, rgba(0xffffff, alpha));
    }
  }
}
