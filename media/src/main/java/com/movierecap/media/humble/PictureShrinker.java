package com.movierecap.media.humble;

import com.movierecap.media.film.Orientation;
import com.movierecap.media.film.SmallPicture;
import io.humble.ferry.Buffer;
import io.humble.ferry.JNIReference;
import io.humble.video.MediaPicture;
import io.humble.video.MediaPictureResampler;
import io.humble.video.PixelFormat;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shrinks decoded pictures. Plain 4:2:0 planes are sampled with four taps a pixel (0.1 ms a
 * picture); all else goes through the library's scaler.
 */
final class PictureShrinker implements AutoCloseable {
  private final int width;
  private final int height;
  private final PixelFormat.Type format;
  private final Orientation orientation;
  private final @Nullable MediaPictureResampler scaler;
  private final MediaPicture scaled;
  private final Taps luma;
  private final Taps chroma;

  PictureShrinker(MediaPicture like, Orientation orientation) {
    this.width = like.getWidth();
    this.height = like.getHeight();
    this.format = like.getFormat();
    this.orientation = orientation;
    boolean direct =
        (format == PixelFormat.Type.PIX_FMT_YUV420P || format == PixelFormat.Type.PIX_FMT_YUVJ420P)
            && width >= 2 * SmallPicture.WIDTH
            && height >= 2 * SmallPicture.HEIGHT;
    // the scaler does not turn: that is done when its small picture is read
    int scaledWidth = orientation.quarterTurned() ? SmallPicture.HEIGHT : SmallPicture.WIDTH;
    int scaledHeight = orientation.quarterTurned() ? SmallPicture.WIDTH : SmallPicture.HEIGHT;
    this.scaled = MediaPicture.make(scaledWidth, scaledHeight, PixelFormat.Type.PIX_FMT_YUV420P);
    MediaPicture source = direct ? like : scaled;
    int w = source.getWidth();
    int h = source.getHeight();
    luma = new Taps(w, h, SmallPicture.WIDTH, SmallPicture.HEIGHT);
    chroma = new Taps((w + 1) / 2, (h + 1) / 2, SmallPicture.WIDTH / 2, SmallPicture.HEIGHT / 2);
    if (direct) {
      scaler = null;
    } else {
      scaler =
          MediaPictureResampler.make(
              scaledWidth,
              scaledHeight,
              PixelFormat.Type.PIX_FMT_YUV420P,
              width,
              height,
              format,
              0);
      scaler.open();
    }
  }

  boolean fits(MediaPicture picture) {
    return picture.getWidth() == width
        && picture.getHeight() == height
        && picture.getFormat() == format;
  }

  void shrink(MediaPicture from, SmallPicture to) {
    MediaPicture source = from;
    if (scaler != null) {
      scaler.resample(scaled, from);
      source = scaled;
    }
    plane(source, 0, luma, to.luma);
    plane(source, 1, chroma, to.cb);
    plane(source, 2, chroma, to.cr);
    if (scaler == null && format == PixelFormat.Type.PIX_FMT_YUVJ420P) {
      toVideoRange(to.luma, 0, 219);
      toVideoRange(to.cb, 128, 224);
      toVideoRange(to.cr, 128, 224);
    }
  }

  /** From 0..255 to 16..235 and 16..240 (ITU-R BT.709, 4.6). */
  private static void toVideoRange(byte[] plane, int centre, int span) {
    int least = centre == 0 ? 16 : 128;
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (least + Math.round(((plane[i] & 0xFF) - centre) * span / 255f));
    }
  }

  private static void plane(MediaPicture picture, int plane, Taps taps, byte[] out) {
    int line = picture.getLineSize(plane);
    Buffer buffer = picture.getData(plane);
    AtomicReference<JNIReference> reference = new AtomicReference<>();
    // the library wants the size it claims, which may be that of all planes together, padding and
    // all: only line * h of it may be read, beyond lies a SIGSEGV
    ByteBuffer bytes = buffer.getByteBuffer(0, buffer.getBufferSize(), reference);
    try {
      taps.average(bytes, line, out);
    } finally {
      JNIReference held = reference.get();
      if (held != null) {
        held.delete();
      }
      buffer.delete();
    }
  }

  /**
   * For each pixel of the small picture two columns and two rows of the large one, a quarter in
   * from the edges of what the pixel covers; turned as the picture is.
   */
  private final class Taps {
    /** Of the large picture's columns and rows, two in turn for each of the small one's. */
    private final int[] columns;

    private final int[] rows;

    /** Between the small picture's neighbours in a row of the large one, and in a column. */
    private final int acrossStep;

    private final int downStep;

    Taps(int w, int h, int outWidth, int outHeight) {
      boolean turned = orientation.quarterTurned();
      columns = taps(w, turned ? outHeight : outWidth, turned ? orientation.b() : orientation.a());
      rows = taps(h, turned ? outWidth : outHeight, turned ? orientation.c() : orientation.d());
      acrossStep = turned ? outWidth : 1;
      downStep = turned ? 1 : outWidth;
    }

    private static int[] taps(int large, int small, int direction) {
      int[] taps = new int[2 * small];
      for (int i = 0; i < small; i++) {
        int at = direction < 0 ? small - 1 - i : i;
        taps[2 * i] = (4 * at + 1) * large / (4 * small);
        taps[2 * i + 1] = (4 * at + 3) * large / (4 * small);
      }
      return taps;
    }

    void average(ByteBuffer bytes, int line, byte[] out) {
      // whole lines at once: reading native memory byte by byte takes three times as long
      byte[] upper = new byte[line];
      byte[] lower = new byte[line];
      for (int y = 0; y < rows.length / 2; y++) {
        bytes.get(rows[2 * y] * line, upper);
        bytes.get(rows[2 * y + 1] * line, lower);
        for (int x = 0; x < columns.length / 2; x++) {
          int left = columns[2 * x];
          int right = columns[2 * x + 1];
          int sum =
              (upper[left] & 0xFF)
                  + (upper[right] & 0xFF)
                  + (lower[left] & 0xFF)
                  + (lower[right] & 0xFF);
          out[y * downStep + x * acrossStep] = (byte) ((sum + 2) >> 2);
        }
      }
    }
  }

  @Override
  public void close() {
    if (scaler != null) {
      scaler.delete();
    }
    scaled.delete();
  }
}
