package com.movierecap.portal.media;

import com.movierecap.storage.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Posters in the sizes that pages show them. They are made when they are first asked for, out of a
 * picture that our own worker has written, and kept for a while: the newest {@value #MOST}.
 */
@ApplicationScoped
public class Renditions {
  /** In pixels; nobody can have the server make others. */
  static final Set<Integer> WIDTHS = Set.of(360, 720, 960);

  static final String MEDIA_TYPE = "image/jpeg";
  private static final int MOST = 400;
  private static final float QUALITY = 0.72f;

  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param name names the picture and its version; only who may see it asks for it
   * @param original opens the picture where it has to be made
   */
  byte[] get(String name, int width, Supplier<StoredObject> original) throws IOException {
    var key = name + " " + width;
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    byte[] made;
    try (var content = original.get().content()) {
      made = scaled(content.readAllBytes(), width);
    }
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  /** As wide as wished, or as it is where that is narrower. */
  static byte[] scaled(byte[] jpeg, int width) throws IOException {
    var whole = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
    if (whole == null || whole.getWidth() <= width) {
      return jpeg;
    }
    var picture = whole;
    // halves first: one step over more than two pixels would leave some of them out
    while (picture.getWidth() / 2 > width) {
      picture = drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2);
    }
    int height = Math.max(1, Math.round(whole.getHeight() * (float) width / whole.getWidth()));
    return written(drawn(picture, width, height));
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return smaller;
  }

  private static byte[] written(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
