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
  static final int TILE_WIDTH = 160;
  private static final double TILE_SECONDS = 2;
  private static final int MOST_TILES = 100;
  private static final int COLUMNS = 10;

  private final int tileHeight;
  private final List<BufferedImage> tiles = new ArrayList<>();
  private final List<TimeRange> times = new ArrayList<>();

  /**
   * @param width of the picture that the tiles are made of
   * @param height of the picture that the tiles are made of
   */
  Storyboard(int width, int height) {
    tileHeight = tileHeight(width, height);
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
    Storyboard storyboard = new Storyboard(size.width(), size.height());
    double each = seconds / tiles;
    int tile = 0;
    for (Path part : parts) {
      byte[] rgb = Files.readAllBytes(part);
      for (int at = 0; at + storyboard.tileBytes() <= rgb.length; at += storyboard.tileBytes()) {
        storyboard.add(rgb, at, new TimeRange(tile * each, (tile + 1) * each));
        tile++;
      }
    }
    storyboard.write(out);
  }

  static int tileHeight(int width, int height) {
    return PictureSize.even(TILE_WIDTH * (double) height / width);
  }

  /** Adds the next tile: {@code rgb24} pixels of {@link #TILE_WIDTH} x the tile's height. */
  void add(byte[] rgb24, int offset, TimeRange time) {
    tiles.add(Jpeg.picture(rgb24, offset, TILE_WIDTH, tileHeight));
    times.add(time);
  }

  int tileBytes() {
    return TILE_WIDTH * tileHeight * 3;
  }

  /** Writes {@code storyboard.jpg} and {@code storyboard.vtt}. */
  void write(Path out) {
    int columns = Math.max(1, Math.min(COLUMNS, tiles.size()));
    int rows = Math.max(1, (tiles.size() + columns - 1) / columns);
    BufferedImage sheet =
        new BufferedImage(columns * TILE_WIDTH, rows * tileHeight, BufferedImage.TYPE_INT_RGB);
    StringBuilder text = new StringBuilder("WEBVTT\n");
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < tiles.size(); i++) {
      int x = i % columns * TILE_WIDTH;
      int y = i / columns * tileHeight;
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
              TILE_WIDTH,
              tileHeight));
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
