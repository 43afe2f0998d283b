package com.movierecap.media.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * One shot of an evaluation film: a painted place, larger than the frame, a camera that rests,
 * pans, zooms or shakes over it, and things that move through it. Everything follows from the seed.
 */
final class PaintedShot {
  static final int WIDTH = 480;
  static final int HEIGHT = 270;
  private static final double MARGIN = 1.6;

  enum Camera {
    STILL,
    PAN,
    ZOOM,
    SHAKE
  }

  private final BufferedImage place;
  private final Camera camera;
  private final double speedX;
  private final double speedY;
  private final double zoom;
  private final Mover[] movers;
  private final double light;
  private final long shakeSeed;

  private record Mover(Color colour, double x, double y, double vx, double vy, double size) {}

  /**
   * @param palette neighbouring shots of one place share it
   * @param light 1 day, 0.1 night
   * @param haste how fast camera and things move: 1 usual, 3 very fast
   */
  PaintedShot(long seed, int palette, double light, double haste) {
    Random random = new Random(seed);
    this.light = light;
    this.shakeSeed = seed * 31;
    Color[] colours = palette(palette);
    place = paint(random, colours);
    camera = Camera.values()[random.nextInt(Camera.values().length)];
    speedX = (random.nextBoolean() ? 1 : -1) * haste * (0.05 + 0.3 * random.nextDouble());
    speedY = haste * 0.08 * random.nextGaussian();
    zoom = haste * 0.12 * (random.nextDouble() - 0.3);
    movers = new Mover[random.nextInt(4)];
    for (int i = 0; i < movers.length; i++) {
      movers[i] =
          new Mover(
              colours[random.nextInt(colours.length)],
              random.nextDouble(),
              0.3 + 0.6 * random.nextDouble(),
              haste * 0.5 * random.nextGaussian(),
              haste * 0.05 * random.nextGaussian(),
              0.05 + 0.3 * Math.pow(random.nextDouble(), 2));
    }
  }

  private static Color[] palette(int number) {
    Random random = new Random(977L * number + 5);
    float base = random.nextFloat();
    Color[] colours = new Color[6];
    for (int i = 0; i < colours.length; i++) {
      float hue = base + 0.12f * (float) random.nextGaussian();
      float saturation = Math.min(1, 0.15f + 0.5f * random.nextFloat());
      colours[i] = Color.getHSBColor(hue, saturation, 0.15f + 0.8f * random.nextFloat());
    }
    return colours;
  }

  private static BufferedImage paint(Random random, Color[] colours) {
    int w = (int) (WIDTH * MARGIN);
    int h = (int) (HEIGHT * MARGIN);
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color top = colours[random.nextInt(colours.length)];
    g.setPaint(
        new GradientPaint(
            0, 0, top, w * random.nextFloat(), h, colours[random.nextInt(colours.length)]));
    g.fillRect(0, 0, w, h);
    int things = 15 + random.nextInt(200);
    for (int i = 0; i < things; i++) {
      Color c = colours[random.nextInt(colours.length)];
      double shade = 0.6 + 0.6 * random.nextDouble();
      g.setColor(
          new Color(
              (int) Math.min(255, c.getRed() * shade),
              (int) Math.min(255, c.getGreen() * shade),
              (int) Math.min(255, c.getBlue() * shade),
              120 + random.nextInt(136)));
      double size = 6 + w * 0.4 * Math.pow(random.nextDouble(), 3);
      double x = w * random.nextDouble() - size / 2;
      double y = h * random.nextDouble() - size / 2;
      switch (random.nextInt(4)) {
        case 0 -> g.fill(new Ellipse2D.Double(x, y, size, size * (0.3 + random.nextDouble())));
        case 1 ->
            g.fill(new Rectangle2D.Double(x, y, size, size * (0.2 + 2 * random.nextDouble())));
        case 2 -> {
          g.setStroke(new BasicStroke(1 + random.nextInt(4)));
          g.drawLine((int) x, (int) y, (int) (x + 3 * size), (int) (y + size));
        }
        default -> {
          Path2D path = new Path2D.Double();
          path.moveTo(x, y);
          for (int k = 0; k < 4; k++) {
            path.lineTo(x + size * random.nextDouble(), y + size * random.nextDouble());
          }
          path.closePath();
          g.fill(path);
        }
      }
    }
    g.dispose();
    return random.nextInt(3) == 0 ? outOfFocus(image) : image;
  }

  private static BufferedImage outOfFocus(BufferedImage sharp) {
    int w = sharp.getWidth() / 12;
    int h = sharp.getHeight() / 12;
    BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D down = small.createGraphics();
    down.drawImage(sharp.getScaledInstance(w, h, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    down.dispose();
    BufferedImage soft =
        new BufferedImage(sharp.getWidth(), sharp.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D up = soft.createGraphics();
    up.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    up.drawImage(small, 0, 0, soft.getWidth(), soft.getHeight(), null);
    up.dispose();
    return soft;
  }

  /**
   * Draws the shot as it is {@code t} seconds after its begin; the image is fully covered.
   *
   * @param blast an explosion's progress 0..1, or below zero where there is none
   */
  void draw(BufferedImage out, double t, double blast) {
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double room = (MARGIN - 1) * WIDTH / 2;
    double x = room;
    double y = (MARGIN - 1) * HEIGHT / 2;
    double scale = 1;
    switch (camera) {
      case PAN -> {
        // back and forth, so that the place never ends
        x += room * triangle(speedX * t * WIDTH / room);
        y += room / 3 * triangle(speedY * t * WIDTH / room);
      }
      case ZOOM -> scale = Math.max(0.65, Math.min(3, Math.exp(zoom * t)));
      case SHAKE -> {
        x += 14 * wobble(t, 1);
        y += 10 * wobble(t, 2);
      }
      case STILL -> {}
    }
    AffineTransform view = new AffineTransform();
    view.translate(WIDTH / 2.0, HEIGHT / 2.0);
    view.scale(scale, scale);
    view.translate(-x - WIDTH / 2.0, -y - HEIGHT / 2.0);
    g.drawImage(place, view, null);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (Mover m : movers) {
      double mx = 1.6 * fraction((m.x + m.vx * t) / 1.6) - 0.3;
      double my = m.y + 0.1 * triangle(m.vy * t);
      g.setColor(m.colour);
      double size = m.size * HEIGHT;
      g.fill(new Ellipse2D.Double(mx * WIDTH, my * HEIGHT - size, size * 0.45, size * 0.45));
      g.fill(
          new Rectangle2D.Double(
              mx * WIDTH - size * 0.1, my * HEIGHT - size * 0.55, size * 0.65, size * 1.2));
    }
    if (light < 1) {
      g.setColor(new Color(0, 0, 0.02f, (float) (1 - light)));
      g.fillRect(0, 0, WIDTH, HEIGHT);
    }
    if (blast >= 0) {
      explosion(g, blast);
    }
    g.dispose();
  }

  private void explosion(Graphics2D g, double done) {
    float radius = (float) (WIDTH * (0.05 + 0.7 * Math.sqrt(done)));
    float alpha = (float) (done < 0.15 ? 1 : 1 - (done - 0.15) / 0.85);
    g.setPaint(
        new RadialGradientPaint(
            WIDTH * 0.4f,
            HEIGHT * 0.6f,
            radius,
            new float[] {0, 0.6f, 1},
            new Color[] {
              new Color(1, 1, 0.8f, alpha),
              new Color(1, 0.5f, 0.1f, alpha * 0.8f),
              new Color(0.4f, 0.1f, 0, 0)
            }));
    g.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static double triangle(double t) {
    double phase = fraction(t / 4 + 0.25);
    return phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase;
  }

  private static double fraction(double t) {
    return t - Math.floor(t);
  }

  /** A hand's tremor: three sines of 1 to 7 Hz whose phases follow from the seed. */
  private double wobble(double t, int axis) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double phase = new Random(shakeSeed + 7L * axis + i).nextDouble() * 6.28;
      sum += Math.sin(6.28 * (1.1 + 2.3 * i) * t + phase) / (1 + i);
    }
    return sum / 1.8;
  }
}
