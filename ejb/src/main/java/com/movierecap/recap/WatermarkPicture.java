package com.movierecap.recap;

import com.movierecap.i18n.Bytes;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A stranger's PNG after it was decoded and written anew: whatever else the file held is gone, and
 * what is kept can be read.
 *
 * @param png with 8 bits a channel and transparency
 * @param width in pixels
 * @param height in pixels
 */
public record WatermarkPicture(byte[] png, int width, int height) {
  private static final int MAX_BYTES = 2_000_000;

  /** What is smaller would be blown up into a blot. */
  private static final int SHORTEST_SIDE = 16;

  /** A small file can unfold to gigabytes; and a recap is 1280 pixels wide at most. */
  private static final int LONGEST_SIDE = 2048;

  /**
   * Reads no more than may be stored.
   *
   * @throws ProblemException where it is too large, or no PNG that can be decoded
   */
  public static WatermarkPicture read(InputStream content) throws IOException {
    var bytes = content.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, new Bytes(MAX_BYTES));
    }
    var picture = decoded(bytes);
    var png = new ByteArrayOutputStream();
    // no cache of files: pixels of one tenant have no business in a shared folder
    try (var out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture, "png", out);
    }
    return new WatermarkPicture(png.toByteArray(), picture.getWidth(), picture.getHeight());
  }

  private static BufferedImage decoded(byte[] bytes) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // nothing but the picture: texts and profiles can be bombs of their own
      reader.setInput(in, true, true);
      mustHaveSides(reader.getWidth(0), reader.getHeight(0));
      var read = reader.read(0);
      var picture =
          new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
      var g = picture.createGraphics();
      g.drawImage(read, 0, 0, null);
      g.dispose();
      return picture;
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // what a broken file makes the decoder throw is anything
      throw new ProblemException(ProblemType.WATERMARK_UNREADABLE);
    } finally {
      reader.dispose();
    }
  }

  private static void mustHaveSides(int width, int height) {
    if (Math.min(width, height) < SHORTEST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
      throw new ProblemException(
          ProblemType.WATERMARK_SIZE, width, height, SHORTEST_SIDE, LONGEST_SIDE);
    }
  }
}
