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
    private final int outWidth;
    private final int outHeight;
    private final int[] across;
    private final int[] down;

    Taps(int w, int h, int outWidth, int outHeight) {
      this.outWidth = outWidth;
      this.outHeight = outHeight;
      boolean turned = orientation.quarterTurned();
      across = taps(turned ? h : w, outWidth, turned ? orientation.c() : orientation.a());
      down = taps(turned ? w : h, outHeight, turned ? orientation.b() : orientation.d());
    }

    private int[] taps(int large, int small, int direction) {
      int[] taps = new int[2 * small];
      for (int i = 0; i < small; i++) {
        int at = direction < 0 ? small - 1 - i : i;
        taps[2 * i] = (4 * at + 1) * large / (4 * small);
        taps[2 * i + 1] = (4 * at + 3) * large / (4 * small);
      }
      return taps;
    }

    void average(ByteBuffer bytes, int line, byte[] out) {
      int acrossStep = orientation.quarterTurned() ? line : 1;
      int downStep = orientation.quarterTurned() ? 1 : line;
      for (int y = 0; y < outHeight; y++) {
        int upper = down[2 * y] * downStep;
        int lower = down[2 * y + 1] * downStep;
        for (int x = 0; x < outWidth; x++) {
          int left = across[2 * x] * acrossStep;
          int right = across[2 * x + 1] * acrossStep;
          int sum =
              (bytes.get(upper + left) & 0xFF)
                  + (bytes.get(upper + right) & 0xFF)
                  + (bytes.get(lower + left) & 0xFF)
                  + (bytes.get(lower + right) & 0xFF);
          out[y * outWidth + x] = (byte) ((sum + 2) >> 2);
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
