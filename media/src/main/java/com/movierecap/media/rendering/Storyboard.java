package com.movierecap.media.rendering;

import com.movierecap.media.TimeRange;
import com.movierecap.media.captions.CaptionTrack;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sheet of small pictures and the WebVTT file that tells a player which of them belongs to which
 * time: {@code storyboard.jpg#xywh=x,y,w,h}, a media fragment.
 *
 * @see <a href="https://www.w3.org/TR/media-frags/#naming-space">Media Fragments</a>
 */
public final class Storyboard {
  /** Of a tile's longer side. */
  private static final int LONG_SIDE = 160;

  private static final double TILE_SECONDS = 2;
  private static final int MOST_TILES = 100;
  private static final int COLUMNS = 10;

  private final PictureSize tile;
  private final List<BufferedImage> tiles = new ArrayList<>();
  private final List<TimeRange> times = new ArrayList<>();

  Storyboard(PictureSize tile) {
    this.tile = tile;
  }

  /**
   * How large the tiles are.
   *
   * @param width of the picture that they are made of
   * @param height of the picture that they are made of
   */
  static PictureSize tile(int width, int height) {
    double scale = LONG_SIDE / (double) Math.max(width, height);
    return new PictureSize(PictureSize.even(width * scale), PictureSize.even(height * scale), 1, 1);
  }

  /** The middle picture of each tile's time; a tile every two seconds, fewer in a long recap. */
  static List<Long> pictures(CutList list) {
    long frames = list.frames();
    long wanted = (long) Math.ceil(list.seconds() / TILE_SECONDS);
    long count = Math.max(1, Math.min(MOST_TILES, Math.min(frames, wanted)));
    List<Long> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add((2L * i + 1) * frames / (2L * count));
    }
    return pictures;
  }

  /**
   * Writes the recap's, each tile shown for as long as the others.
   *
   * @param parts its tiles, {@code rgb24} one after the other, in order
   */
  static void write(List<Path> parts, PictureSize size, int tiles, double seconds, Path out)
      throws IOException {
    PictureSize tile = tile(size.width(), size.height());
    Storyboard storyboard = new Storyboard(tile);
    double each = seconds / tiles;
    int bytes = tile.width() * tile.height() * 3;
    int n = 0;
    for (Path part : parts) {
      byte[] rgb = Files.readAllBytes(part);
      for (int at = 0; at + bytes <= rgb.length; at += bytes, n++) {
        storyboard.add(
            Jpeg.picture(rgb, at, tile.width(), tile.height()),
            new TimeRange(n * each, (n + 1) * each));
      }
    }
    storyboard.write(out);
  }

  /** Adds the next tile, of the size that all have. */
  void add(BufferedImage picture, TimeRange time) {
    tiles.add(picture);
    times.add(time);
  }

  /** Writes {@code storyboard.jpg} and {@code storyboard.vtt}. */
  void write(Path out) {
    int columns = Math.max(1, Math.min(COLUMNS, tiles.size()));
    int rows = Math.max(1, (tiles.size() + columns - 1) / columns);
    BufferedImage sheet =
        new BufferedImage(columns * tile.width(), rows * tile.height(), BufferedImage.TYPE_INT_RGB);
    StringBuilder text = new StringBuilder("WEBVTT\n");
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < tiles.size(); i++) {
      int x = i % columns * tile.width();
      int y = i / columns * tile.height();
      g.drawImage(tiles.get(i), x, y, null);
      TimeRange time = times.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "\n%s --> %s\nstoryboard.jpg#xywh=%d,%d,%d,%d\n",
              CaptionTrack.time(time.startSeconds()),
              CaptionTrack.time(time.endSeconds()),
              x,
              y,
              tile.width(),
              tile.height()));
    }
    g.dispose();
    Jpeg.write(sheet, out.resolve("storyboard.jpg"));
    try {
      Files.writeString(out.resolve("storyboard.vtt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
