package com.movierecap.media.demo;

import static com.movierecap.media.demo.Brush.disc;
import static com.movierecap.media.demo.Brush.glow;
import static com.movierecap.media.demo.Brush.line;
import static com.movierecap.media.demo.Brush.placed;
import static com.movierecap.media.demo.Brush.polygon;
import static com.movierecap.media.demo.Brush.rgb;
import static com.movierecap.media.demo.Brush.rgba;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Things that appear in more than one scene. Each stands on the point it is given. */
final class Props {
  private Props() {}

  /**
   * @param day colour of the walls
   * @param stripe colour of the bands
   * @param lamp 0 dark to 1 lit
   */
  static void lighthouse(
      Graphics2D g, double x, double base, double height, int day, int stripe, double lamp) {
    placed(
        g,
        x,
        base,
        height / 300,
        0,
        () -> {
          Path2D tower = new Path2D.Double();
          tower.moveTo(-40, 0);
          tower.curveTo(-28, -70, -25, -140, -23, -222);
          tower.lineTo(23, -222);
          tower.curveTo(25, -140, 28, -70, 40, 0);
          tower.closePath();
          g.setColor(rgb(day));
          g.fill(tower);
          // areas, not a clip: a clip has hard edges
          Area bands = new Area();
          for (int band = 0; band < 3; band++) {
            bands.add(new Area(new Rectangle2D.Double(-45, -52 - band * 74, 90, 34)));
          }
          Area inside = new Area(tower);
          bands.intersect(inside);
          g.setColor(rgb(stripe));
          g.fill(bands);
          inside.intersect(new Area(new Rectangle2D.Double(6, -230, 60, 230)));
          g.setColor(rgba(0x000000, 0.22));
          g.fill(inside);
          g.setColor(rgb(stripe).darker());
          g.fill(new RoundRectangle2D.Double(-9, -30, 18, 30, 16, 16));
          g.setColor(rgba(0xffd98a, 0.4 + 0.6 * lamp));
          g.fill(new RoundRectangle2D.Double(-4, -112, 8, 14, 6, 6));
          g.fill(new RoundRectangle2D.Double(-4, -188, 8, 14, 6, 6));
          Color iron = rgb(0x1b2230);
          g.setColor(iron);
          g.fill(new RoundRectangle2D.Double(-34, -230, 68, 9, 4, 4));
          for (int post = -30; post <= 30; post += 10) {
            line(g, post, -230, post, -244, 1.4, iron);
          }
          line(g, -32, -244, 32, -244, 2, iron);
          g.setColor(lamp > 0.5 ? rgb(0xfff0b8) : rgb(0x3a4a5c));
          g.fill(new Rectangle2D.Double(-16, -266, 32, 36));
          for (int bar = -16; bar <= 16; bar += 8) {
            line(g, bar, -266, bar, -230, 1.6, iron);
          }
          g.setColor(rgb(stripe).darker());
          g.fill(new Arc2D.Double(-22, -288, 44, 44, 0, 180, Arc2D.PIE));
          line(g, 0, -286, 0, -300, 2, iron);
          disc(g, 0, -289, 4, iron);
          if (lamp > 0) {
            glow(g, 0, -248, 120, 0xffe6a0, 0.75 * lamp);
          }
        });
  }

  /** The two opposed beams of a turning lamp, seen from the side. */
  static void beams(
      Graphics2D g, double x, double y, double angle, double length, double strength) {
    double foreshortened = Math.cos(angle);
    for (int side = -1; side <= 1; side += 2) {
      double reach = side * foreshortened * length;
      double open = 26 + 0.1 * Math.abs(reach) + 30 * Math.abs(Math.sin(angle));
      Path2D beam = new Path2D.Double();
      beam.moveTo(x, y - 5);
      beam.lineTo(x + reach, y - open);
      beam.lineTo(x + reach, y + open);
      beam.lineTo(x, y + 5);
      beam.closePath();
      g.setPaint(
          new java.awt.GradientPaint(
              (float) x,
              (float) y,
              rgba(0xfff2c4, strength),
              (float) (x + reach + side),
              (float) y,
              rgba(0xfff2c4, 0)));
      g.fill(beam);
    }
  }

  /** The rock the lighthouse stands on. */
  static void rock(Graphics2D g, double x, double base, double width, int colour, int light) {
    double h = width * 0.28;
    polygon(
        g,
        rgb(colour),
        x - width * 0.62,
        base,
        x - width * 0.45,
        base - h * 0.5,
        x - width * 0.3,
        base - h * 0.62,
        x - width * 0.2,
        base - h,
        x + width * 0.18,
        base - h * 1.02,
        x + width * 0.3,
        base - h * 0.7,
        x + width * 0.48,
        base - h * 0.45,
        x + width * 0.65,
        base);
    polygon(
        g,
        rgb(light),
        x - width * 0.45,
        base - h * 0.5,
        x - width * 0.3,
        base - h * 0.62,
        x - width * 0.2,
        base - h,
        x - width * 0.08,
        base - h * 0.5,
        x - width * 0.25,
        base - h * 0.2);
  }

  /** A row of gabled houses, some windows lit. */
  static void houses(
      Graphics2D g,
      double left,
      double right,
      double base,
      double size,
      long seed,
      int[] walls,
      int roof,
      int window,
      double lit) {
    Random random = new Random(seed);
    double x = left;
    while (x < right) {
      double w = size * (0.75 + 0.5 * random.nextDouble());
      double h = size * (0.9 + 0.8 * random.nextDouble());
      Color wall = rgb(walls[random.nextInt(walls.length)]);
      g.setColor(wall);
      g.fill(new Rectangle2D.Double(x, base - h, w - 1, h));
      g.setColor(rgba(0x000000, 0.14));
      g.fill(new Rectangle2D.Double(x + w * 0.72, base - h, w * 0.28 - 1, h));
      double peak = size * 0.42;
      polygon(g, rgb(roof), x - 4, base - h, x + w / 2, base - h - peak, x + w + 3, base - h);
      g.setColor(rgb(roof).darker());
      g.fill(new Rectangle2D.Double(x + w * 0.68, base - h - peak * 0.8, size * 0.1, peak * 0.62));
      double pane = size * 0.15;
      for (double wy = base - h + size * 0.16; wy < base - size * 0.38; wy += size * 0.36) {
        for (double wx = x + w * 0.16; wx < x + w * 0.8; wx += size * 0.3) {
          boolean on = random.nextDouble() < lit;
          if (on) {
            glow(g, wx + pane / 2, wy + pane * 0.6, pane * 2.2, window, 0.35);
          }
          g.setColor(on ? rgb(window) : rgba(0x1c2434, 0.6));
          g.fill(new RoundRectangle2D.Double(wx, wy, pane, pane * 1.3, 3, 3));
          line(g, wx + pane / 2, wy, wx + pane / 2, wy + pane * 1.3, 1, rgba(0x000000, 0.35));
        }
      }
      g.setColor(wall.darker().darker());
      g.fill(
          new RoundRectangle2D.Double(
              x + w * 0.4, base - size * 0.3, size * 0.18, size * 0.32, 6, 6));
      x += w;
    }
  }

  /** A folded boat with a little red heart on its side; 100 units long at size 1. */
  static void paperBoat(
      Graphics2D g, double x, double y, double size, double tilt, int light, int shade) {
    placed(
        g,
        x,
        y,
        size,
        tilt,
        () -> {
          polygon(g, rgb(light), -4, -60, -36, -12, 0, -12);
          polygon(g, rgb(shade), -4, -60, 0, -12, 28, -12);
          polygon(g, rgb(light), -62, -24, -34, 12, 0, 12, 0, -14, -30, -14);
          polygon(g, rgb(shade), 62, -24, 34, 12, 0, 12, 0, -14, 30, -14);
          line(g, -62, -24, -30, -14, 1.2, rgba(0x405070, 0.35));
          line(g, -30, -14, 30, -14, 1.2, rgba(0x405070, 0.35));
          line(g, 0, -14, 0, 12, 1, rgba(0x405070, 0.25));
          Color heart = rgb(0xd8433f);
          disc(g, -21, -6, 3.6, heart);
          disc(g, -15, -6, 3.6, heart);
          polygon(g, heart, -24.4, -5, -11.6, -5, -18, 4);
        });
  }

  /** A trawler; 200 units long at size 1. */
  static void trawler(
      Graphics2D g, double x, double y, double size, double tilt, int hull, int cabin, int window) {
    placed(
        g,
        x,
        y,
        size,
        tilt,
        () -> {
          Path2D body = new Path2D.Double();
          body.moveTo(-100, -34);
          body.curveTo(-60, -20, 40, -18, 104, -48);
          body.curveTo(98, -10, 84, 20, 66, 26);
          body.lineTo(-74, 26);
          body.curveTo(-92, 10, -98, -10, -100, -34);
          g.setColor(rgb(hull));
          g.fill(body);
          g.setColor(rgba(0xffffff, 0.75));
          g.setStroke(new BasicStroke(3));
          Path2D rail = new Path2D.Double();
          rail.moveTo(-99, -28);
          rail.curveTo(-60, -14, 40, -12, 103, -42);
          g.draw(rail);
          g.setColor(rgb(cabin));
          g.fill(new RoundRectangle2D.Double(-50, -78, 62, 56, 6, 6));
          g.setColor(rgb(hull));
          g.fill(new RoundRectangle2D.Double(-56, -84, 74, 9, 5, 5));
          glow(g, -20, -56, 90, window, 0.55);
          g.setColor(rgb(window));
          g.fill(new RoundRectangle2D.Double(-42, -70, 18, 20, 4, 4));
          g.fill(new RoundRectangle2D.Double(-14, -70, 18, 20, 4, 4));
          Color mast = rgb(0x20242e);
          line(g, 34, -24, 34, -146, 4, mast);
          line(g, 34, -140, -96, -36, 1.4, mast);
          line(g, 34, -140, 100, -48, 1.4, mast);
          line(g, 34, -70, 78, -104, 3, mast);
          glow(g, 34, -146, 34, 0xff7a5c, 0.8);
          disc(g, 34, -146, 4, rgb(0xffd0b0));
        });
  }

  /** A child in a raincoat, 100 units tall at size 1, seen from the side. */
  static void child(Graphics2D g, double x, double y, double size, int coat, int skin, double arm) {
    placed(
        g,
        x,
        y,
        size,
        0,
        () -> {
          Color boots = rgb(0x24304a);
          g.setColor(boots);
          g.fill(new RoundRectangle2D.Double(-13, -22, 11, 22, 6, 6));
          g.fill(new RoundRectangle2D.Double(2, -22, 11, 22, 6, 6));
          g.fill(new RoundRectangle2D.Double(-12, -7, 17, 7, 6, 6));
          g.fill(new RoundRectangle2D.Double(3, -7, 17, 7, 6, 6));
          Path2D body = new Path2D.Double();
          body.moveTo(-11, -70);
          body.curveTo(-18, -50, -22, -34, -24, -18);
          body.lineTo(23, -18);
          body.curveTo(20, -36, 16, -52, 11, -70);
          body.closePath();
          g.setColor(rgb(coat));
          g.fill(body);
          disc(g, 1, -80, 17, rgb(coat));
          g.setColor(rgb(skin));
          g.fill(new Ellipse2D.Double(-4, -91, 20, 21));
          disc(g, 11, -82, 1.7, rgb(0x2a2020));
          disc(g, 6, -76, 3, rgba(0xe8746a, 0.45));
          placed(
              g,
              3,
              -60,
              1,
              arm,
              () -> {
                g.setColor(rgb(coat).darker());
                g.fill(new RoundRectangle2D.Double(-5, -5, 38, 12, 12, 12));
                disc(g, 34, 1, 5.4, rgb(skin));
              });
        });
  }

  /** The old keeper with cap and beard, 130 units tall at size 1. */
  static void keeper(Graphics2D g, double x, double y, double size, double arm, double lean) {
    placed(
        g,
        x,
        y,
        size,
        lean,
        () -> {
          g.setColor(rgb(0x1a2233));
          g.fill(new RoundRectangle2D.Double(-17, -40, 14, 40, 6, 6));
          g.fill(new RoundRectangle2D.Double(3, -40, 14, 40, 6, 6));
          Path2D coat = new Path2D.Double();
          coat.moveTo(-17, -98);
          coat.curveTo(-26, -70, -27, -46, -26, -26);
          coat.lineTo(27, -26);
          coat.curveTo(28, -50, 25, -74, 17, -98);
          coat.closePath();
          g.setColor(rgb(0x2c3c5e));
          g.fill(coat);
          for (int button = 0; button < 3; button++) {
            disc(g, 8, -82 + button * 18, 2.4, rgb(0xe2c068));
          }
          g.setColor(rgb(0xe6b893));
          g.fill(new Ellipse2D.Double(-14, -124, 30, 32));
          g.setColor(rgb(0xf2efe8));
          Path2D beard = new Path2D.Double();
          beard.moveTo(-12, -108);
          beard.curveTo(-14, -88, 2, -78, 12, -88);
          beard.curveTo(18, -94, 18, -102, 16, -108);
          beard.curveTo(8, -102, -2, -102, -12, -108);
          g.fill(beard);
          disc(g, 10, -112, 2, rgb(0x2a2020));
          disc(g, 17, -107, 4, rgb(0xdd9f7c));
          g.setColor(rgb(0x18202f));
          g.fill(new RoundRectangle2D.Double(-16, -130, 32, 12, 8, 8));
          g.fill(new RoundRectangle2D.Double(4, -121, 22, 5, 5, 5));
          placed(
              g,
              2,
              -86,
              1,
              arm,
              () -> {
                g.setColor(rgb(0x24324f));
                g.fill(new RoundRectangle2D.Double(-7, -7, 52, 15, 14, 14));
                disc(g, 46, 1, 7, rgb(0xe6b893));
              });
        });
  }
}
