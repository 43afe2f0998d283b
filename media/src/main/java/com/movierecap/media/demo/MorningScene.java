package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.cloud;
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

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Calm after the storm: the boat is found and unfolded. */
final class MorningScene {
  private MorningScene() {}

  static Painter beach() {
    return Painter.of(
        g -> {
          gradient(g, 0, 360, 0xf7c6cf, 0xfde2cf, 0xfdf3dc);
          glow(g, 900, 300, 360, 0xfffbe6, 0.95);
          gradient(g, 340, 560, 0xb6dcd8, 0x8cc6cc);
          Props.rock(g, 1080, 352, 170, 0xa08aa0, 0xbfa6b2);
          Props.lighthouse(g, 1080, 306, 150, 0xfffaf0, 0xd9737a, 0);
          Path2D sand = new Path2D.Double();
          sand.moveTo(0, 560);
          sand.curveTo(300, 490, 800, 560, 1280, 500);
          sand.lineTo(1280, 720);
          sand.lineTo(0, 720);
          sand.closePath();
          g.setColor(rgb(0xf0d9b0));
          g.fill(sand);
          Random random = new Random(2);
          for (int i = 0; i < 240; i++) {
            double y = 590 + random.nextDouble() * 130;
            disc(
                g,
                random.nextDouble() * 1280,
                y,
                1 + random.nextDouble() * 1.6,
                rgba(0xa98a62, 0.45));
          }
          star(g, 240, 650, 26, 0xe98b6d);
          star(g, 1090, 620, 18, 0xd9737a);
          g.setColor(rgb(0xfdf1e2));
          g.fill(new Arc(860, 660, 46));
        },
        (g, t) -> {
          cloud(g, 250 + 10 * t, 150, 150, rgba(0xffffff, 0.7), 71);
          cloud(g, 640 + 7 * t, 90, 110, rgba(0xffffff, 0.5), 73);
          glitter(g, 900, 350, 520, 150, t, rgba(0xffffff, 0.5));
          double tide = 12 * Math.sin(t * 1.1);
          Path2D foam = new Path2D.Double();
          foam.moveTo(-10, 556 + tide);
          for (double x = 0; x <= 1290; x += 20) {
            foam.lineTo(x, 548 - 26 * Math.sin(x / 330) + tide + 4 * Math.sin(x / 37 + t));
          }
          g.setColor(rgba(0xffffff, 0.85));
          g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          g.draw(foam);
          g.setColor(rgba(0xc9a878, 0.45));
          g.fill(new Ellipse2D.Double(420, 618, 300, 24));
          Props.paperBoat(g, 570, 606, 2.2, -0.14, 0xffffff, 0xdcd6d6);
          Props.keeper(
              g,
              1010 - 34 * t,
              640 - 5 * Math.abs(Math.sin(t * 4)),
              -1.35,
              0.5 + 0.12 * Math.sin(t * 4),
              0.02);
          gull(g, 330 + 30 * t, 250 + 10 * Math.sin(t), 26, t * 6, rgb(0xffffff));
          gull(g, 420 + 34 * t, 215 + 10 * Math.sin(t + 1), 18, t * 6 + 1, rgb(0xffffff));
        });
  }

  /** A cockle shell: half an ellipse. */
  private static final class Arc extends java.awt.geom.Arc2D.Double {
    Arc(double x, double y, double size) {
      super(x, y, size, size * 0.8, 0, 180, CHORD);
    }
  }

  private static void star(Graphics2D g, double x, double y, double size, int colour) {
    double[] xy = new double[20];
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? size : size * 0.45;
      double a = i * Math.PI / 5 - 1.2;
      xy[2 * i] = x + r * Math.cos(a);
      xy[2 * i + 1] = y + r * 0.7 * Math.sin(a);
    }
    polygon(g, rgb(colour), xy);
  }

  static Painter letter() {
    return Painter.of(
        g -> {
          gradient(g, 0, 720, 0x7c5136, 0x5a3826, 0x3c2519);
          for (int plank = 0; plank < 6; plank++) {
            line(g, 0, plank * 130 + 40, 1280, plank * 130 + 28, 3, rgba(0x24140c, 0.6));
          }
          glow(g, 300, 60, 700, 0xffe6b4, 0.45);
          g.setColor(rgb(0xd9e4e8));
          g.fill(new Ellipse2D.Double(60, 470, 210, 210));
          g.setColor(rgb(0x5a3a20));
          g.fill(new Ellipse2D.Double(88, 498, 154, 154));
        },
        (g, t) -> {
          for (int i = 0; i < 3; i++) {
            double rise = (t * 40 + i * 70) % 210;
            double sway = 16 * Math.sin(t * 2 + i * 2);
            disc(g, 165 + sway, 560 - rise, 16 + rise * 0.14, rgba(0xffffff, 0.1));
          }
          placed(g, 690, 370, 1 + 0.012 * t, -0.06 + 0.012 * Math.sin(t * 1.3), () -> paper(g, t));
        });
  }

  private static void paper(Graphics2D g, double t) {
    g.setColor(rgba(0x000000, 0.3));
    g.fill(new RoundRectangle2D.Double(-292, -252, 610, 530, 6, 6));
    g.setColor(rgb(0xfbf6ea));
    g.fill(new RoundRectangle2D.Double(-305, -265, 610, 530, 4, 4));
    g.setColor(rgba(0x8a9ab0, 0.35));
    g.setStroke(new BasicStroke(2));
    line(g, -305, 0, 305, 0, 2, rgba(0x9aa6b8, 0.5));
    line(g, 0, -265, 0, 265, 2, rgba(0x9aa6b8, 0.5));
    line(g, -305, -265, 305, 265, 1.5, rgba(0x9aa6b8, 0.35));
    line(g, 305, -265, -305, 265, 1.5, rgba(0x9aa6b8, 0.35));
    Props.rock(g, -110, 150, 210, 0x7d8aa0, 0x9fb0c4);
    Props.lighthouse(g, -110, 96, 230, 0xffffff, 0xe0605c, 0.9);
    Props.child(g, 90, 160, 1.2, 0xf2c230, 0xf0c19c, -0.9);
    Props.keeper(g, 190, 160, 1.05, -0.6, 0);
    double drawn = Math.min(1, t / 2.4);
    for (int row = 0; row < 3; row++) {
      Path2D words = new Path2D.Double();
      double y = 190 + row * 24;
      double end = -220 + 440 * Math.min(1, Math.max(0, drawn * 3 - row));
      words.moveTo(-220, y);
      for (double x = -220; x < end; x += 6) {
        words.lineTo(x, y + 5 * Math.sin(x * 0.35 + row) * Math.sin(x * 0.09 + row * 2));
      }
      g.setColor(rgb(0x34508c));
      g.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(words);
    }
    double beat = 1 + 0.08 * Math.sin(t * 6);
    placed(
        g,
        215,
        -180,
        beat,
        0,
        () -> {
          disc(g, -15, -8, 18, rgb(0xd8433f));
          disc(g, 15, -8, 18, rgb(0xd8433f));
          polygon(g, rgb(0xd8433f), -32, -3, 32, -3, 0, 36);
        });
  }
}
