package com.movierecap.media.rendering;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/** A tenant's mark in the lower right corner, with its own transparency. */
final class Watermark {
  private static final double WIDTH = 0.12;

  /** Upright marks would otherwise reach far up. */
  private static final double MOST_HEIGHT = 0.2;

  private static final double MARGIN = 0.025;

  /** A small file can unfold to gigabytes. */
  private static final int LONGEST_SIDE = 8192;

  private final BufferedImage mark;

  private Watermark(BufferedImage mark) {
    this.mark = mark;
  }

  /**
   * @param file path of a PNG
   * @throws UnusableInputException where it is none
   */
  static @Nullable Watermark open(@Nullable String file) {
    if (file == null) {
      return null;
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new UnusableInputException(Reason.WATERMARK_UNREADABLE, "no such file");
    }
    try (FileImageInputStream in = new FileImageInputStream(path.toFile())) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
        throw new UnusableInputException(Reason.WATERMARK_UNREADABLE, "too large");
      }
      return new Watermark(reader.read(0));
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableInputException unusable) {
        throw unusable;
      }
      throw new UnusableInputException(Reason.WATERMARK_UNREADABLE, "not a PNG");
    } finally {
      reader.dispose();
    }
  }

  /**
   * @param size of the recap's picture
   * @param floor row it stays above
   * @param frames how many pictures show it
   * @param png where the scaled mark is written
   */
  Overlay overlay(PictureSize size, int floor, long frames, Path png) throws IOException {
    double scale =
        Math.min(
            WIDTH * size.width() / mark.getWidth(), MOST_HEIGHT * size.height() / mark.getHeight());
    int width = PictureSize.even(mark.getWidth() * scale);
    int height = PictureSize.even(mark.getHeight() * scale);
    int margin = (int) Math.round(MARGIN * size.width());
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = scaled.createGraphics();
    // averages all of the pixels; drawing straight at a fraction of the size would skip most
    g.drawImage(mark.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    g.dispose();
    ImageIO.write(scaled, "png", png.toFile());
    // even corners: the picture's colour is stored for two by two pixels
    int x = (size.width() - margin - width) & ~1;
    int y = Math.max(0, Math.min(size.height() - margin, floor) - height) & ~1;
    return new Overlay(png, x, y, 0, frames - 1);
  }
}
