package com.movierecap.media.models;

import com.movierecap.media.film.SmallPicture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A face painted with light and shadow, since no photograph of anybody belongs here. */
public final class PaintedFace {
  private PaintedFace() {}

  /**
   * @param x of its middle, as a share of the picture's width
   * @param y of its middle, as a share of the picture's height
   * @param size its height, as a share of the picture's; 0 paints the room only
   */
  public static BufferedImage picture(int width, int height, double x, double y, double size) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(70, 90, 110));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(120, 100, 70));
    g.fillRect(0, height * 2 / 3, width, height / 3);
    g.setColor(new Color(150, 160, 150));
    g.fill(new Rectangle2D.Double(width * 0.8, height * 0.1, width * 0.12, height * 0.3));
    if (size > 0) {
      g.translate(x * width, y * height);
      g.scale(size * height / 2, size * height / 2);
      face(g);
    }
    g.dispose();
    return image;
  }

  /** Two units high. */
  private static void face(Graphics2D g) {
    g.setColor(new Color(60, 60, 90));
    g.fill(new Ellipse2D.Double(-1.5, 1.0, 3, 2.4));
    g.setColor(new Color(45, 30, 22));
    g.fill(new Ellipse2D.Double(-0.92, -1.25, 1.84, 2.1));
    g.setColor(new Color(190, 140, 110));
    g.fill(new Rectangle2D.Double(-0.3, 0.7, 0.6, 0.6));
    g.setPaint(
        new RadialGradientPaint(
            -0.15f,
            -0.15f,
            1.25f,
            new float[] {0, 0.6f, 1},
            new Color[] {
              new Color(240, 200, 170), new Color(222, 175, 145), new Color(150, 100, 80)
            }));
    g.fill(new Ellipse2D.Double(-0.74, -0.98, 1.48, 2.0));
    for (int side = -1; side <= 1; side += 2) {
      g.setColor(new Color(170, 120, 95));
      g.fill(new Ellipse2D.Double(side * 0.32 - 0.22, -0.28, 0.44, 0.26));
      g.setColor(Color.WHITE);
      g.fill(new Ellipse2D.Double(side * 0.32 - 0.17, -0.22, 0.34, 0.16));
      g.setColor(new Color(50, 35, 25));
      g.fill(new Ellipse2D.Double(side * 0.32 - 0.075, -0.22, 0.15, 0.16));
      g.setStroke(new BasicStroke(0.07f));
      g.draw(new QuadCurve2D.Double(side * 0.12, -0.36, side * 0.34, -0.47, side * 0.55, -0.36));
    }
    g.setColor(new Color(165, 115, 90));
    g.setStroke(new BasicStroke(0.05f));
    g.draw(new QuadCurve2D.Double(-0.06, -0.15, -0.14, 0.2, -0.12, 0.28));
    g.fill(new Ellipse2D.Double(-0.16, 0.22, 0.32, 0.13));
    g.setColor(new Color(160, 70, 70));
    g.fill(new Arc2D.Double(-0.3, 0.4, 0.6, 0.26, 180, 180, Arc2D.CHORD));
    g.fill(new Ellipse2D.Double(-0.3, 0.48, 0.6, 0.1));
    g.setColor(new Color(45, 30, 22));
    g.fill(new Arc2D.Double(-0.82, -1.2, 1.64, 1.0, 0, 180, Arc2D.CHORD));
  }

  /** As the film's readers hand it over. */
  public static SmallPicture small(BufferedImage from) {
    BufferedImage shrunk =
        new BufferedImage(SmallPicture.WIDTH, SmallPicture.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = shrunk.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(from, 0, 0, SmallPicture.WIDTH, SmallPicture.HEIGHT, null);
    g.dispose();
    SmallPicture small = new SmallPicture();
    for (int y = 0; y < SmallPicture.HEIGHT; y++) {
      for (int x = 0; x < SmallPicture.WIDTH; x++) {
        int rgb = shrunk.getRGB(x, y);
        int r = rgb >> 16 & 0xFF;
        int gr = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        int half = y / 2 * (SmallPicture.WIDTH / 2) + x / 2;
        small.luma[y * SmallPicture.WIDTH + x] =
            (byte) Math.round(16 + 0.257 * r + 0.504 * gr + 0.098 * b);
        small.cb[half] = (byte) Math.round(128 - 0.148 * r - 0.291 * gr + 0.439 * b);
        small.cr[half] = (byte) Math.round(128 + 0.439 * r - 0.368 * gr - 0.071 * b);
      }
    }
    return small;
  }
}
