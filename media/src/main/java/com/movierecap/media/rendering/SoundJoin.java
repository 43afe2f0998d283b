package com.movierecap.media.rendering;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Lays the sounds of the cuts over each other: where two meet, one fades out while the other fades
 * in, their powers adding up to one, so that the sound neither clicks nor dips.
 */
final class SoundJoin {
  private static final int CHANNELS = 2;
  private static final int BLOCK = 48_000;
  private static final int FRAME_BYTES = CHANNELS * Float.BYTES;

  /**
   * A sound and its place, in samples at {@link CutSound#SAMPLE_RATE}.
   *
   * @param raw stereo of 32-bit floats
   * @param at where it begins in the recap
   * @param length how long it is
   * @param fadeIn how long it takes to its full power
   * @param fadeOut how long it takes from it
   */
  record Part(Path raw, long at, int length, int fadeIn, int fadeOut) {}

  private SoundJoin() {}

  /**
   * @param samples of the whole
   * @param to stereo of 32-bit floats, replaced
   */
  static void write(List<Part> parts, long samples, Path to) throws IOException {
    try (FileChannel whole =
        FileChannel.open(
            to,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      for (Part part : parts) {
        add(part, whole);
      }
      // what no cut reaches is silence
      if (whole.size() < samples * FRAME_BYTES) {
        whole.map(MapMode.READ_WRITE, 0, samples * FRAME_BYTES);
      }
      whole.truncate(samples * FRAME_BYTES);
    }
  }

  private static void add(Part part, FileChannel whole) throws IOException {
    try (FileChannel channel = FileChannel.open(part.raw(), StandardOpenOption.READ)) {
      int length = (int) Math.min(part.length(), channel.size() / FRAME_BYTES);
      FloatBuffer from = floats(channel, MapMode.READ_ONLY, 0, length);
      FloatBuffer to = floats(whole, MapMode.READ_WRITE, part.at(), length);
      // arrays: a mapped file read float by float takes several times as long
      float[] added = new float[CHANNELS * BLOCK];
      float[] sum = new float[CHANNELS * BLOCK];
      for (int first = 0; first < length; first += BLOCK) {
        int frames = Math.min(BLOCK, length - first);
        from.get(CHANNELS * first, added, 0, CHANNELS * frames);
        to.get(CHANNELS * first, sum, 0, CHANNELS * frames);
        for (int i = 0; i < frames; i++) {
          float gain = gain(part, first + i);
          for (int c = i * CHANNELS; c < (i + 1) * CHANNELS; c++) {
            sum[c] += gain * added[c];
          }
        }
        to.put(CHANNELS * first, sum, 0, CHANNELS * frames);
      }
    }
  }

  private static FloatBuffer floats(FileChannel file, MapMode mode, long at, int length)
      throws IOException {
    return file.map(mode, at * FRAME_BYTES, (long) length * FRAME_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  /** Quarters of a sine: their squares add up to one. */
  private static float gain(Part part, int sample) {
    double gain = 1;
    if (sample < part.fadeIn()) {
      gain *= Math.sin(Math.PI / 2 * (sample + 0.5) / part.fadeIn());
    }
    int left = part.length() - sample;
    if (left <= part.fadeOut()) {
      gain *= Math.sin(Math.PI / 2 * (left - 0.5) / part.fadeOut());
    }
    return (float) gain;
  }
}
