package com.movierecap.portal.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RenditionsTest {
  @Test
  void aPosterIsAsWideAsItIsShownAndKeepsItsShape() throws IOException {
    var large = jpeg(1280, 536);
    var small = Renditions.scaled(large, 360);
    var picture = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(picture.getWidth()).isEqualTo(360);
    assertThat(picture.getHeight()).isEqualTo(151);
    assertThat(small.length).isLessThan(large.length / 3);
    // left half red, right half blue
    assertThat(new Color(picture.getRGB(20, 75)).getRed()).isGreaterThan(200);
    assertThat(new Color(picture.getRGB(340, 75)).getBlue()).isGreaterThan(200);
  }

  @Test
  void whatIsSmallAlreadyStaysAsItIs() throws IOException {
    var small = jpeg(320, 180);
    assertThat(Renditions.scaled(small, 360)).isSameAs(small);
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width, height);
    graphics.dispose();
    // grain, as films have it
    var random = new java.util.Random(1);
    for (int i = 0; i < width * height / 8; i++) {
      picture.setRGB(random.nextInt(width), random.nextInt(height / 8), random.nextInt(0xffffff));
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
