package com.movierecap.media.demo;

import com.movierecap.media.Cue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * The demo film's sound: music, the sea, and a voice that babbles in vowels under every sentence.
 * Written as raw stereo of 32-bit floats, little-endian, {@link #RATE} samples a second.
 */
final class DemoSound {
  static final int RATE = 48_000;
  private static final int SAMPLES = DemoScript.FRAMES * RATE / DemoScript.FRAME_RATE;

  /** How far the music steps back while somebody speaks. */
  private static final double UNDER_SPEECH = 0.35;

  private final float[] left = new float[SAMPLES];
  private final float[] right = new float[SAMPLES];

  static void write(Path raw) throws IOException {
    DemoSound sound = new DemoSound();
    new DemoMusic(sound.left, sound.right).play();
    sound.ambience();
    sound.duck();
    for (Cue cue : DemoScript.CUES) {
      new DemoVoice(cue).speak(sound.left, sound.right);
    }
    sound.store(raw);
  }

  /** Surf everywhere, loud in the storm; hardly any indoors. */
  private void ambience() {
    double[] level = {0.05, 0.045, 0.2, 0.07, 0.04, 0.02};
    Random random = new Random(99);
    double lowLeft = 0;
    double lowRight = 0;
    int shot = 0;
    double now = level[0];
    for (int i = 0; i < SAMPLES; i++) {
      int frame = (int) ((long) i * DemoScript.FRAME_RATE / RATE);
      while (frame >= DemoScript.SHOTS.get(shot).endFrame()) {
        shot++;
      }
      now += (level[DemoScript.SHOTS.get(shot).scene()] - now) * 0.0002;
      double swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 0.17 * i / RATE);
      lowLeft += (random.nextDouble() - 0.5 - lowLeft) * 0.07;
      lowRight += (random.nextDouble() - 0.5 - lowRight) * 0.07;
      left[i] += (float) (lowLeft * now * swell * 2);
      right[i] += (float) (lowRight * now * swell * 2);
    }
  }

  private void duck() {
    double gain = 1;
    int next = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double t = i / (double) RATE;
      while (next < DemoScript.CUES.size() && t > DemoScript.CUES.get(next).endSeconds() + 0.05) {
        next++;
      }
      boolean speech =
          next < DemoScript.CUES.size() && t > DemoScript.CUES.get(next).startSeconds() - 0.15;
      gain += ((speech ? UNDER_SPEECH : 1) - gain) * 0.0003;
      left[i] *= (float) gain;
      right[i] *= (float) gain;
    }
  }

  private void store(Path raw) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(RATE * 8).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
      for (int i = 0; i < SAMPLES; i++) {
        // the last quarter of a second fades, so that the film does not end with a click
        float end = Math.min(1f, (SAMPLES - i) / (RATE * 0.25f));
        block.putFloat(left[i] * end).putFloat(right[i] * end);
        if (!block.hasRemaining() || i == SAMPLES - 1) {
          out.write(block.array(), 0, block.position());
          block.clear();
        }
      }
    }
  }
}
