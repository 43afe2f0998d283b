package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.cloud;
import static com.movierecap.media.demo.Brush.crest;
import static com.movierecap.media.demo.Brush.gradient;
import static com.movierecap.media.demo.Brush.rain;
import static com.movierecap.media.demo.Brush.rgb;
import static com.movierecap.media.demo.Brush.rgba;
import static com.movierecap.media.demo.Brush.sea;
import static com.movierecap.media.demo.Brush.wash;
import static com.movierecap.media.demo.Brush.wave;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Night, rain, and a lamp that has gone out. */
final class StormScene {
  private StormScene() {}

  static Painter paperBoatInRain() {
    return Painter.of(
        g -> night(g, 0x0b1220, 0x1b2a40, 0x32475c),
        (g, t) -> {
          clouds(g, t, 0x101a2a, 0x26374c);
          bolt(g, t - 1.3, 900, 4);
          sea(g, 420, 26, 520, t * 1.8, rgb(0x1d3550));
          double x = 560 + 40 * Math.sin(t * 0.9);
          double y = wave(x, 520, 44, 640, t * 2.4) - 26;
          Props.paperBoat(g, x, y, 2.1, 0.32 * Math.cos(t * 2.4 + x / 100), 0xdfe8f4, 0x93a6bf);
          sea(g, 520, 44, 640, t * 2.4, rgb(0x15293f));
          crest(g, 520, 44, 640, t * 2.4, 3, rgba(0xa9c4da, 0.5));
          sea(g, 640, 36, 430, t * 3 + 2, rgb(0x0d1b2d));
          crest(g, 640, 36, 430, t * 3 + 2, 2.5, rgba(0x8fb0c8, 0.4));
          rain(g, 7, 190, t, 0.32, rgba(0xc4d8ea, 0.4));
          flash(g, t - 1.3);
        });
  }

  static Painter trawlerInWaves() {
    return Painter.of(
        g -> night(g, 0x2a4046, 0x5d7a78, 0x9db3a0),
        (g, t) -> {
          clouds(g, t + 3, 0x2c4448, 0x4a6664);
          sea(g, 400, 30, 600, t * 1.9 + 1, rgb(0x4a6c6c));
          double y = wave(660, 500, 52, 760, t * 2.2) - 46;
          double tilt = 0.2 * Math.cos(t * 2.2 + 5.4);
          Props.trawler(g, 660, y, 2.1, tilt, 0x8f3b38, 0xd8d2c4, 0xffd98a);
          sea(g, 520, 52, 760, t * 2.2, rgb(0x2f5254));
          crest(g, 520, 52, 760, t * 2.2, 4, rgba(0xb7cede, 0.55));
          spray(g, t);
          sea(g, 650, 40, 480, t * 2.9, rgb(0x1d3a3e));
          rain(g, 11, 220, t, 0.45, rgba(0xc4d8ea, 0.42));
          bolt(g, t - 2.2, 250, 9);
          flash(g, t - 2.2);
        });
  }

  static Painter darkLighthouse() {
    return Painter.of(
        g -> night(g, 0x171030, 0x3a2a58, 0x6a4a72),
        (g, t) -> {
          clouds(g, t + 7, 0x1d1538, 0x40305c);
          bolt(g, t - 0.7, 980, 13);
          Props.rock(g, 520, 610, 520, 0x120d22, 0x2a2044);
          double lamp = t < 1.6 ? 0.6 + 0.4 * Math.sin(t * 23) * Math.sin(t * 7) : 0;
          Props.lighthouse(g, 520, 470, 420, 0x7f8b9c, 0x59323c, Math.max(0, lamp));
          sea(g, 600, 34, 520, t * 2.3, rgb(0x2a2148));
          crest(g, 600, 34, 520, t * 2.3, 4, rgba(0xb7cede, 0.5));
          sea(g, 670, 30, 380, t * 3.1, rgb(0x171030));
          rain(g, 3, 210, t, 0.38, rgba(0xc4d8ea, 0.4));
          flash(g, t - 0.7);
        });
  }

  private static void night(Graphics2D g, int top, int middle, int horizon) {
    gradient(g, 0, 480, top, middle, horizon);
    gradient(g, 420, 720, middle, top);
  }

  private static void clouds(Graphics2D g, double t, int dark, int light) {
    for (int i = 0; i < 6; i++) {
      double x = (i * 260 + t * (22 + 6 * (i % 3))) % 1560 - 140;
      cloud(g, x, 120 + 46 * (i % 3), 210, rgba(i % 2 == 0 ? dark : light, 0.75), 60 + i);
    }
  }

  private static void spray(Graphics2D g, double t) {
    Random random = new Random((long) (t * 12));
    g.setColor(rgba(0xe6f2fa, 0.6));
    for (int i = 0; i < 40; i++) {
      double x = 830 + random.nextGaussian() * 60;
      double y = 470 - Math.abs(random.nextGaussian()) * 60;
      Brush.disc(g, x, y, 1 + 2.5 * random.nextDouble(), rgba(0xe6f2fa, 0.55));
    }
  }

  /** Lightning at {@code since} zero: a jagged line for a quarter of a second. */
  private static void bolt(Graphics2D g, double since, double x, long seed) {
    if (since < 0 || since > 0.28) {
      return;
    }
    Random random = new Random(seed);
    Path2D path = new Path2D.Double();
    path.moveTo(x, 90);
    double at = x;
    for (double y = 120; y < 420; y += 34) {
      at += (random.nextDouble() - 0.5) * 74;
      path.lineTo(at, y);
    }
    g.setColor(rgba(0xbcd4ff, 0.45));
    g.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
    g.setColor(rgb(0xffffff));
    g.setStroke(new BasicStroke(3.4f));
    g.draw(path);
  }

  /** Swells and dies away: a hard flash looks like a cut to every shot detector, and hurts. */
  private static void flash(Graphics2D g, double since) {
    double rise = 0.25;
    double fall = 0.7;
    if (since >= 0 && since < rise + fall) {
      double light = since < rise ? since / rise : 1 - (since - rise) / fall;
      wash(g, 0xcfe0ff, 0.12 * light);
    }
  }
}
