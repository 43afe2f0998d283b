package com.movierecap.media.rendering;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Still pictures, from FFmpeg's {@code rgb24} to JPEG. */
final class Jpeg {
  private static final float QUALITY = 0.86f;

  private Jpeg() {}

  /**
   * @param rgb24 three bytes a pixel, row by row
   * @param offset of the first pixel
   */
  static BufferedImage picture(byte[] rgb24, int offset, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    int at = offset;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += 3) {
        row[x] = (rgb24[at] & 0xFF) << 16 | (rgb24[at + 1] & 0xFF) << 8 | (rgb24[at + 2] & 0xFF);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  static void write(BufferedImage image, Path file) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    // a stream of our own: ImageIO's default would put a cache file into the temporary folder
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
