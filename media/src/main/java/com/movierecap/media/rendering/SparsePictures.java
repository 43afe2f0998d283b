package com.movierecap.media.rendering;

import com.movierecap.media.film.SmallPicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pictures kept for the storyboard while the film is read anyway: opening it again at a hundred
 * places takes as long as ten minutes of the reading itself. Spread evenly over the film, however
 * long it is, and with preference for those coded on their own, which encoders put where a shot
 * begins.
 */
public final class SparsePictures implements Consumer<SmallPicture> {
  /** 11 MB of pictures. */
  private static final int MOST = 512;

  private static final double FIRST_STEP_SECONDS = 0.5;

  /** Shares of red and blue in luma: ITU-R BT.601, and others by FFmpeg's names. */
  private static final double RED_601 = 0.299;

  private static final double BLUE_601 = 0.114;
  private static final Map<String, Double> RED =
      Map.of("bt709", 0.2126, "bt2020nc", 0.2627, "smpte240m", 0.212);
  private static final Map<String, Double> BLUE =
      Map.of("bt709", 0.0722, "bt2020nc", 0.0593, "smpte240m", 0.087);

  /** From 16..235 and 16..240 to 0..255. */
  private static final double LUMA = 255 / 219.0;

  private static final double CHROMA = 2 * 255 / 224.0;

  private final List<SmallPicture> kept = new ArrayList<>();
  private double step = FIRST_STEP_SECONDS;

  /** Every picture in presentation order. */
  @Override
  public void accept(SmallPicture picture) {
    if (!due(kept, picture.seconds(), picture.intra())) {
      return;
    }
    kept.add(picture.copy());
    while (kept.size() > MOST) {
      step *= 2;
      List<SmallPicture> all = List.copyOf(kept);
      kept.clear();
      for (SmallPicture k : all) {
        if (due(kept, k.seconds(), k.intra())) {
          kept.add(k);
        }
      }
    }
  }

  private boolean due(List<SmallPicture> before, double seconds, boolean intra) {
    double since =
        before.isEmpty()
            ? Double.POSITIVE_INFINITY
            : seconds - before.get(before.size() - 1).seconds();
    return since >= (intra ? step / 2 : step);
  }

  /**
   * The picture nearest to {@code middle} of those in {@code from..to}, {@code to} exclusive, all
   * in seconds.
   *
   * @param matrix FFmpeg's name of that by which its numbers are colours
   */
  Optional<BufferedImage> nearest(
      double from, double middle, double to, PictureSize size, String matrix) {
    return kept.stream()
        .filter(k -> k.seconds() >= from - 1e-6 && k.seconds() < to - 1e-6)
        .min(Comparator.comparingDouble(k -> Math.abs(k.seconds() - middle)))
        .map(k -> scaled(image(k, matrix), size));
  }

  /** From video range. */
  private static BufferedImage image(SmallPicture k, String matrix) {
    double red = RED.getOrDefault(matrix, RED_601);
    double blue = BLUE.getOrDefault(matrix, BLUE_601);
    double green = 1 - red - blue;
    int w = SmallPicture.WIDTH;
    int h = SmallPicture.HEIGHT;
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int half = (y >> 1) * (w / 2) + (x >> 1);
        double luma = LUMA * ((k.luma[y * w + x] & 0xFF) - 16);
        double u = CHROMA * ((k.cb[half] & 0xFF) - 128) * (1 - blue);
        double v = CHROMA * ((k.cr[half] & 0xFF) - 128) * (1 - red);
        int r = clamp(luma + v);
        int g = clamp(luma - u * blue / green - v * red / green);
        int b = clamp(luma + u);
        image.setRGB(x, y, r << 16 | g << 8 | b);
      }
    }
    return image;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static BufferedImage scaled(BufferedImage image, PictureSize size) {
    if (image.getWidth() == size.width() && image.getHeight() == size.height()) {
      return image;
    }
    BufferedImage scaled =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, size.width(), size.height(), null);
    g.dispose();
    return scaled;
  }
}
