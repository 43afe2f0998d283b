package com.movierecap.media.humble;

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
  private final @Nullable MediaPictureResampler scaler;
  private final MediaPicture scaled;

  PictureShrinker(int width, int height, PixelFormat.Type format) {
    this.width = width;
    this.height = height;
    this.format = format;
    boolean direct =
        (format == PixelFormat.Type.PIX_FMT_YUV420P || format == PixelFormat.Type.PIX_FMT_YUVJ420P)
            && width >= 2 * SmallPicture.WIDTH
            && height >= 2 * SmallPicture.HEIGHT;
    this.scaled =
        MediaPicture.make(
            SmallPicture.WIDTH, SmallPicture.HEIGHT, PixelFormat.Type.PIX_FMT_YUV420P);
    if (direct) {
      scaler = null;
    } else {
      scaler =
          MediaPictureResampler.make(
              SmallPicture.WIDTH,
              SmallPicture.HEIGHT,
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
    int halfWidth = (source.getWidth() + 1) / 2;
    int halfHeight = (source.getHeight() + 1) / 2;
    plane(
        source,
        0,
        source.getWidth(),
        source.getHeight(),
        to.luma,
        SmallPicture.WIDTH,
        SmallPicture.HEIGHT);
    plane(source, 1, halfWidth, halfHeight, to.cb, SmallPicture.WIDTH / 2, SmallPicture.HEIGHT / 2);
    plane(source, 2, halfWidth, halfHeight, to.cr, SmallPicture.WIDTH / 2, SmallPicture.HEIGHT / 2);
  }

  private static void plane(
      MediaPicture picture, int plane, int w, int h, byte[] out, int outWidth, int outHeight) {
    int line = picture.getLineSize(plane);
    Buffer buffer = picture.getData(plane);
    AtomicReference<JNIReference> reference = new AtomicReference<>();
    // the library wants the size it claims, which may be that of all planes together, padding and
    // all: only line * h of it may be read, beyond lies a SIGSEGV
    ByteBuffer bytes = buffer.getByteBuffer(0, buffer.getBufferSize(), reference);
    try {
      int[] columns = taps(w, outWidth);
      int[] rows = taps(h, outHeight);
      for (int y = 0; y < outHeight; y++) {
        int upper = rows[2 * y] * line;
        int lower = rows[2 * y + 1] * line;
        for (int x = 0; x < outWidth; x++) {
          int left = columns[2 * x];
          int right = columns[2 * x + 1];
          int sum =
              (bytes.get(upper + left) & 0xFF)
                  + (bytes.get(upper + right) & 0xFF)
                  + (bytes.get(lower + left) & 0xFF)
                  + (bytes.get(lower + right) & 0xFF);
          out[y * outWidth + x] = (byte) ((sum + 2) >> 2);
        }
      }
    } finally {
      JNIReference held = reference.get();
      if (held != null) {
        held.delete();
      }
      buffer.delete();
    }
  }

  /** For each pixel of the small side, two places on the large one, a quarter in from its edges. */
  private static int[] taps(int large, int small) {
    int[] taps = new int[2 * small];
    for (int i = 0; i < small; i++) {
      taps[2 * i] = (4 * i + 1) * large / (4 * small);
      taps[2 * i + 1] = (4 * i + 3) * large / (4 * small);
    }
    return taps;
  }

  @Override
  public void close() {
    if (scaler != null) {
      scaler.delete();
    }
    scaled.delete();
  }
}
