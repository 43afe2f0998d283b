package com.movierecap.media.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Strokes that all painters share: sky, sea, weather and light. */
final class Brush {
  private Brush() {}

  static Color rgb(int hex) {
    return new Color(hex);
  }

  static Color rgba(int hex, double alpha) {
    int a = (int) Math.round(255 * Math.min(1, Math.max(0, alpha)));
    return new Color(a << 24 | hex, true);
  }

  /** Evenly spaced colours from {@code top} to {@code bottom}. */
  static void gradient(Graphics2D g, double top, double bottom, int... colours) {
    float[] at = new float[colours.length];
    Color[] stops = new Color[colours.length];
    for (int i = 0; i < colours.length; i++) {
      at[i] = i / (colours.length - 1f);
      stops[i] = rgb(colours[i]);
    }
    g.setPaint(new LinearGradientPaint(0, (float) top, 0, (float) bottom, at, stops));
    g.fill(new Rectangle2D.Double(0, top, Painter.WIDTH, bottom - top));
  }

  /** Light that fades away from its centre. */
  static void glow(Graphics2D g, double x, double y, double radius, int colour, double strength) {
    g.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.35f, 1},
            new Color[] {rgba(colour, strength), rgba(colour, strength * 0.35), rgba(colour, 0)}));
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  static void disc(Graphics2D g, double x, double y, double radius, Color colour) {
    g.setColor(colour);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  static void line(
      Graphics2D g, double x1, double y1, double x2, double y2, double width, Color c) {
    g.setColor(c);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  static void polygon(Graphics2D g, Color colour, double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    g.setColor(colour);
    g.fill(path);
  }

  static void stars(Graphics2D g, long seed, int count, double bottom) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      double size = 0.6 + 1.5 * Math.pow(random.nextDouble(), 3);
      double x = random.nextDouble() * Painter.WIDTH;
      double y = Math.pow(random.nextDouble(), 1.3) * bottom;
      disc(g, x, y, size, rgba(0xfff4dc, 0.35 + 0.6 * random.nextDouble()));
    }
  }

  /** A few bright stars that breathe. */
  static void twinkle(Graphics2D g, long seed, int count, double bottom, double t) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * Painter.WIDTH;
      double y = random.nextDouble() * bottom;
      double phase = random.nextDouble() * 7;
      double light = 0.5 + 0.5 * Math.sin(t * (1.5 + random.nextDouble() * 2) + phase);
      disc(g, x, y, 1.4 + light, rgba(0xffffff, 0.25 + 0.7 * light));
    }
  }

  /** Height of a wave's surface at {@code x}; two sines that never quite repeat. */
  static double wave(double x, double y, double height, double length, double phase) {
    double a = 2 * Math.PI * x / length;
    return y + height * (Math.sin(a + phase) + 0.35 * Math.sin(2.3 * a - 1.4 * phase + 1));
  }

  /** A body of water from its moving surface down to the bottom of the picture. */
  static void sea(
      Graphics2D g, double y, double height, double length, double phase, Color colour) {
    Path2D path = new Path2D.Double();
    path.moveTo(-20, Painter.HEIGHT + 20);
    for (double x = -20; x <= Painter.WIDTH + 20; x += 16) {
      path.lineTo(x, wave(x, y, height, length, phase));
    }
    path.lineTo(Painter.WIDTH + 20, Painter.HEIGHT + 20);
    path.closePath();
    g.setColor(colour);
    g.fill(path);
  }

  /** The bright line along a wave's crest. */
  static void crest(
      Graphics2D g, double y, double height, double length, double phase, double width, Color c) {
    Path2D path = new Path2D.Double();
    path.moveTo(-20, wave(-20, y, height, length, phase));
    for (double x = -4; x <= Painter.WIDTH + 20; x += 16) {
      path.lineTo(x, wave(x, y, height, length, phase));
    }
    g.setColor(c);
    g.setStroke(new BasicStroke((float) width));
    g.draw(path);
  }

  /** The road of light that a low sun, a moon or a lamp lays on the water. */
  static void glitter(
      Graphics2D g, double x, double top, double bottom, double spread, double t, Color colour) {
    Random random = new Random(77);
    int rows = (int) ((bottom - top) / 9);
    g.setColor(colour);
    for (int i = 0; i < rows; i++) {
      double depth = i / (double) rows;
      double y = top + depth * (bottom - top);
      double half = (8 + spread * depth) * (0.35 + random.nextDouble());
      double sway = Math.sin(t * (1.1 + random.nextDouble()) + i * 1.7) * (3 + 18 * depth);
      double flat = 1.2 + 2.6 * depth;
      g.fill(new Ellipse2D.Double(x + sway - half, y, 2 * half, flat));
    }
  }

  /** A heap of discs, filled as one so that a sheer colour stays even. */
  static void cloud(Graphics2D g, double x, double y, double size, Color colour, long seed) {
    Random random = new Random(seed);
    Path2D heap = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < 11; i++) {
      double along = (i - 5) / 5.0;
      double radius = size * (0.34 - 0.2 * along * along) * (0.75 + 0.5 * random.nextDouble());
      double lift = random.nextDouble() * 0.12 * size;
      double left = x + along * size - radius;
      double top = y - radius * 1.55 - lift;
      heap.append(new Ellipse2D.Double(left, top, 2 * radius, 2 * radius), false);
    }
    heap.append(
        new Ellipse2D.Double(x - 1.15 * size, y - 0.16 * size, 2.3 * size, 0.3 * size), false);
    g.setColor(colour);
    g.fill(heap);
  }

  static void gull(Graphics2D g, double x, double y, double span, double beat, Color colour) {
    double lift = Math.sin(beat) * span * 0.28;
    Path2D wings = new Path2D.Double();
    wings.moveTo(x - span, y - lift);
    wings.quadTo(x - span * 0.45, y - span * 0.3 - lift * 0.4, x, y);
    wings.quadTo(x + span * 0.45, y - span * 0.3 - lift * 0.4, x + span, y - lift);
    g.setColor(colour);
    g.setStroke(
        new BasicStroke((float) (span * 0.13), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(wings);
  }

  /** Falling streaks; {@code t} moves them, the seed keeps each drop on its own lane. */
  static void rain(Graphics2D g, long seed, int drops, double t, double slant, Color colour) {
    Random random = new Random(seed);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < drops; i++) {
      double lane = random.nextDouble() * (Painter.WIDTH + 400) - 100;
      double speed = 900 + 500 * random.nextDouble();
      double length = 16 + 26 * random.nextDouble();
      double y = (random.nextDouble() * 900 + t * speed) % 900 - 80;
      double x = lane - y * slant;
      path.moveTo(x, y);
      path.lineTo(x - length * slant, y + length);
    }
    g.setColor(colour);
    g.setStroke(new BasicStroke(1.6f));
    g.draw(path);
  }

  /** Covers the whole picture, for lightning and mist. */
  static void wash(Graphics2D g, int colour, double alpha) {
    if (alpha <= 0.004) {
      return;
    }
    g.setColor(rgba(colour, alpha));
    g.fill(new Rectangle2D.Double(0, 0, Painter.WIDTH, Painter.HEIGHT));
  }

  /** Darkens the corners. */
  static void vignette(Graphics2D g, double strength) {
    g.setPaint(
        new RadialGradientPaint(
            Painter.WIDTH / 2f,
            Painter.HEIGHT / 2f,
            780f,
            new float[] {0.5f, 1},
            new Color[] {rgba(0, 0), rgba(0, strength)}));
    g.fill(new Rectangle2D.Double(0, 0, Painter.WIDTH, Painter.HEIGHT));
  }

  /** Draws with its own origin, size and tilt; upside-down sizes mirror. */
  static void placed(Graphics2D g, double x, double y, double size, double tilt, Runnable drawing) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(tilt);
    g.scale(size, Math.abs(size));
    drawing.run();
    g.setTransform(before);
  }

  static void faded(Graphics2D g, double alpha, Runnable drawing) {
    Composite before = g.getComposite();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    drawing.run();
    g.setComposite(before);
  }
}
