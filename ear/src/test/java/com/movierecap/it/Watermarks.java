package com.movierecap.it;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to lay over recaps, and how to see that they were. */
final class Watermarks {
  private Watermarks() {}

  /** 400 x 200 pixels, all of them magenta, which no film of the tests is. */
  static byte[] png() {
    return png(400, 200);
  }

  static byte[] png(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var g = image.createGraphics();
    g.setColor(Color.MAGENTA);
    g.fillRect(0, 0, width, height);
    g.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /** How far the middle of a watermark's place in that corner is from green to magenta, 0..1. */
  static double magenta(BufferedImage picture, String corner) {
    int margin = (int) Math.round(0.025 * picture.getWidth());
    int width = (int) (0.12 * picture.getWidth());
    int height = width / 2;
    int x = margin + width / 2;
    int y = margin + height / 2;
    var colour =
        new Color(
            picture.getRGB(
                corner.endsWith("left") ? x : picture.getWidth() - x,
                corner.startsWith("top") ? y : picture.getHeight() - y));
    return (255 + (colour.getRed() + colour.getBlue()) / 2.0 - colour.getGreen()) / 510;
  }
}
