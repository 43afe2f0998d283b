package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.cloud;
import static com.movierecap.media.demo.Brush.crest;
import static com.movierecap.media.demo.Brush.disc;
import static com.movierecap.media.demo.Brush.glow;
import static com.movierecap.media.demo.Brush.gradient;
import static com.movierecap.media.demo.Brush.line;
import static com.movierecap.media.demo.Brush.polygon;
import static com.movierecap.media.demo.Brush.rain;
import static com.movierecap.media.demo.Brush.rgb;
import static com.movierecap.media.demo.Brush.rgba;
import static com.movierecap.media.demo.Brush.sea;
import static com.movierecap.media.demo.Brush.wash;
import static com.movierecap.media.demo.Brush.wave;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Up the stairs, and light. */
final class LanternScene {
  private LanternScene() {}

  static Painter stairs() {
    return Painter.of(
        g -> {
          gradient(g, 0, 720, 0x241c22, 0x4a3328, 0x2a1d1c);
          g.setColor(rgba(0x000000, 0.22));
          g.setStroke(new BasicStroke(2));
          for (int row = 0; row < 15; row++) {
            double y = row * 50;
            g.draw(new Rectangle2D.Double(-5, y, 1290, 50));
            for (int brick = 0; brick < 14; brick++) {
              double x = brick * 100 + (row % 2) * 50;
              g.draw(new Rectangle2D.Double(x, y, 100, 50));
            }
          }
          g.setColor(rgb(0x101a2c));
          g.fill(new RoundRectangle2D.Double(900, 90, 130, 200, 120, 120));
          g.setColor(rgb(0x6d4f3c));
          g.setStroke(new BasicStroke(12));
          g.draw(new RoundRectangle2D.Double(900, 90, 130, 200, 120, 120));
          for (int step = 0; step < 13; step++) {
            double x = -40 + step * 108;
            double y = 690 - step * 44;
            polygon(g, rgb(0x7a583f), x, y, x + 112, y, x + 112, y + 20, x, y + 20);
            polygon(g, rgb(0x38271f), x, y + 20, x + 112, y + 20, x + 112, 740, x, 740);
          }
        },
        (g, t) -> {
          double climb = t * 92;
          double x = 250 + climb;
          double y = 572 - climb * 0.407 - 6 * Math.abs(Math.sin(t * 5));
          glow(g, x + 120, y - 120, 430, 0xffc065, 0.65);
          Props.keeper(g, x, y, 1.75, -0.35 + 0.06 * Math.sin(t * 5), 0.04);
          double lx = x + 84;
          double ly = y - 158;
          line(g, lx, ly - 16, lx, ly, 2, rgb(0x201810));
          g.setColor(rgb(0x2a2018));
          g.fill(new RoundRectangle2D.Double(lx - 15, ly - 4, 30, 7, 4, 4));
          g.fill(new RoundRectangle2D.Double(lx - 15, ly + 34, 30, 8, 4, 4));
          g.setColor(rgb(0xfff1b8));
          g.fill(new RoundRectangle2D.Double(lx - 11, ly + 3, 22, 31, 8, 8));
          glow(g, lx, ly + 18, 90, 0xffe39a, 0.8 + 0.15 * Math.sin(t * 17));
        });
  }

  static Painter lens() {
    return Painter.of(
        g -> {
          gradient(g, 0, 720, 0x3a2417, 0x8a4e1f, 0xd98a35);
          g.setColor(rgb(0x0f1a30));
          for (int pane = 0; pane < 4; pane++) {
            g.fill(new Rectangle2D.Double(30 + pane * 315, 40, 275, 470));
          }
          for (int pane = 0; pane < 4; pane++) {
            glow(g, 168 + pane * 315, 300, 260, 0xffb861, 0.3);
          }
          g.setColor(rgb(0x2c1a12));
          g.fill(new Rectangle2D.Double(0, 510, 1280, 30));
          g.setColor(rgb(0x55321c));
          g.fill(new Rectangle2D.Double(0, 540, 1280, 180));
        },
        (g, t) -> {
          double light = Math.min(1, Math.max(0, (t - 0.5) / 0.9));
          glow(g, 700, 330, 620, 0xffe6a8, 0.25 + 0.55 * light);
          lensBody(g, t, light);
          Props.keeper(g, 330, 640, 2.5, -0.55 + 0.1 * Math.sin(t * 2), 0.02);
          for (int i = 0; i < 22; i++) {
            double drift = (i * 53 + t * (14 + i % 7)) % 720;
            double x = 420 + (i * 131) % 620 + 12 * Math.sin(t + i);
            disc(g, x, 720 - drift, 1.6, rgba(0xfff3cf, 0.55 * light + 0.1));
          }
        });
  }

  private static void lensBody(Graphics2D g, double t, double light) {
    g.setColor(rgb(0x3c2414));
    g.fill(new RoundRectangle2D.Double(590, 500, 220, 130, 14, 14));
    g.setColor(rgb(0xc99a4a));
    g.fill(new RoundRectangle2D.Double(570, 488, 260, 24, 10, 10));
    g.setColor(rgba(0xdff2f0, 0.34 + 0.4 * light));
    g.fill(new Ellipse2D.Double(560, 120, 280, 380));
    g.setStroke(new BasicStroke(5));
    for (int ring = 0; ring < 8; ring++) {
      double turn = Math.cos(t * 0.9 + ring * Math.PI / 8);
      g.setColor(rgba(0xb8862e, 0.35 + 0.5 * Math.abs(turn)));
      double half = 140 * Math.abs(turn);
      g.draw(new Ellipse2D.Double(700 - half, 120, 2 * half, 380));
    }
    g.setColor(rgba(0xffffff, 0.5));
    for (int row = 0; row < 6; row++) {
      double y = 180 + row * 50;
      double half = 138 * Math.sqrt(Math.max(0, 1 - Math.pow((y - 310) / 190, 2)));
      g.draw(new Arc2D.Double(700 - half, y - 14, 2 * half, 28, 180, 180, Arc2D.OPEN));
    }
    glow(g, 700, 320, 120 + 40 * light, 0xfffbe4, 0.25 + 0.75 * light);
    disc(g, 700, 320, 14 + 14 * light, rgba(0xffffff, 0.5 + 0.5 * light));
  }

  static Painter beam() {
    return Painter.of(
        g -> {
          gradient(g, 0, 520, 0x081226, 0x16294a, 0x35527a);
          gradient(g, 470, 720, 0x1d3a5c, 0x081426);
        },
        (g, t) -> {
          for (int i = 0; i < 5; i++) {
            cloud(
                g,
                (i * 310 + t * 18) % 1600 - 150,
                110 + 40 * (i % 3),
                180,
                rgba(0x1c2f4c, 0.7),
                90 + i);
          }
          Props.rock(g, 300, 560, 360, 0x0a1120, 0x24364e);
          Props.beams(g, 300, 258, t * 0.85 - 0.9, 1250, 0.75);
          Props.lighthouse(g, 300, 464, 250, 0xcfd6df, 0x8f3f46, 1);
          sea(g, 530, 18, 500, t * 1.7, rgb(0x17324f));
          crest(g, 530, 18, 500, t * 1.7, 3, rgba(0xffe9b4, 0.5));
          double x = 1010 - 46 * t;
          Props.trawler(
              g,
              x,
              wave(x, 560, 18, 560, t * 1.8) - 26,
              1.05,
              -0.06 * Math.sin(t * 1.8),
              0x8f3b38,
              0xe6e0d0,
              0xffdf96);
          sea(g, 575, 20, 560, t * 1.8, rgb(0x10253c));
          double bx = 640 - 30 * t;
          Props.paperBoat(
              g,
              bx,
              wave(bx, 630, 18, 420, t * 2.1) - 14,
              1,
              0.12 * Math.sin(t * 2.1),
              0xfff3d8,
              0xc4c0b4);
          sea(g, 630, 18, 420, t * 2.1, rgb(0x0a192b));
          crest(g, 630, 18, 420, t * 2.1, 2.5, rgba(0xffe2a4, 0.4));
          rain(g, 23, 90, t, 0.2, rgba(0xd5e4f2, 0.25));
          wash(g, 0xffe9b4, 0.05 * Math.max(0, Math.cos(t * 1.7)));
        });
  }
}
