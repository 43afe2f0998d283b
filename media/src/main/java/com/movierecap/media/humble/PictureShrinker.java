package com.movierecap.media.humble;

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
      for (int y = 0; y < outHeight; y++) {
        int upper = (4 * y + 1) * h / (4 * outHeight) * line;
        int lower = (4 * y + 3) * h / (4 * outHeight) * line;
        for (int x = 0; x < outWidth; x++) {
          int left = (4 * x + 1) * w / (4 * outWidth);
          int right = (4 * x + 3) * w / (4 * outWidth);
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

  @Override
  public void close() {
    if (scaler != null) {
      scaler.delete();
    }
    scaled.delete();
  }
}
