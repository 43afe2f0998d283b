package com.movierecap.media.rendering;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.Watermark;
import com.movierecap.media.Watermark.Corner;
import java.awt.AlphaComposite;
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

/** Lays a watermark into its corner, scaled to the recap. */
final class WatermarkPainter {
  private static final double WIDTH = 0.12;

  /** Upright marks would otherwise reach far up. */
  private static final double MOST_HEIGHT = 0.2;

  private static final double MARGIN = 0.025;

  /** A small file can unfold to gigabytes. */
  private static final int LONGEST_SIDE = 8192;

  private final BufferedImage mark;
  private final Corner corner;
  private final double opacity;

  private WatermarkPainter(BufferedImage mark, Corner corner, double opacity) {
    this.mark = mark;
    this.corner = corner;
    this.opacity = opacity;
  }

  /**
   * @throws UnusableInputException where its file is no PNG
   */
  static @Nullable WatermarkPainter open(@Nullable Watermark watermark) {
    if (watermark == null) {
      return null;
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    Path path = Path.of(watermark.file());
    if (!Files.isRegularFile(path)) {
      throw new UnusableInputException(Reason.WATERMARK_UNREADABLE, "no such file");
    }
    try (FileImageInputStream in = new FileImageInputStream(path.toFile())) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
        throw new UnusableInputException(Reason.WATERMARK_UNREADABLE, "too large");
      }
      return new WatermarkPainter(reader.read(0), watermark.corner(), watermark.opacity());
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
   * @param floor row it stays above where it lies below
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
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    // averages all of the pixels; drawing straight at a fraction of the size would skip most
    g.drawImage(mark.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    g.dispose();
    ImageIO.write(scaled, "png", png.toFile());
    // even corners: the picture's colour is stored for two by two pixels
    int x = corner.isLeft() ? margin : size.width() - margin - width;
    int y = corner.isTop() ? margin : Math.max(0, Math.min(size.height() - margin, floor) - height);
    return new Overlay(png, x & ~1, y & ~1, 0, frames - 1);
  }
}
