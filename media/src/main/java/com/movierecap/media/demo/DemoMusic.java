package com.movierecap.media.demo;

import com.movierecap.media.demo.DemoScript.DemoShot;
import java.util.Random;

/** Pads and plucked notes, one progression a scene. */
final class DemoMusic {
  private static final int RATE = DemoSound.RATE;

  /**
   * @param chords each three or four MIDI notes; they share the scene's time evenly
   * @param beat seconds between plucked notes; 0 for none
   * @param pad level of the held chords
   * @param pluck level of the plucked notes
   */
  private record Score(int[][] chords, double beat, double pad, double pluck) {}

  private static final Score[] SCENES = {
    new Score(
        new int[][] {{48, 64, 67, 72}, {45, 60, 64, 69}, {41, 60, 65, 69}, {43, 59, 62, 67}},
        0.44,
        0.06,
        0.11),
    new Score(
        new int[][] {{43, 62, 67, 71}, {40, 59, 64, 67}, {48, 60, 64, 67}, {50, 62, 66, 69}},
        0.27,
        0.05,
        0.12),
    new Score(
        new int[][] {{33, 57, 60, 64}, {38, 57, 62, 65}, {34, 58, 62, 65}, {40, 56, 59, 64}},
        0.5,
        0.1,
        0.05),
    new Score(
        new int[][] {{41, 60, 65, 68}, {44, 60, 63, 68}, {43, 59, 62, 65}, {48, 64, 67, 72}},
        0.21,
        0.07,
        0.1),
    new Score(new int[][] {{48, 64, 67, 76}, {53, 65, 69, 72}, {48, 64, 67, 72}}, 0.62, 0.05, 0.11),
    new Score(
        new int[][] {
          {48, 64, 67, 72}, {43, 62, 67, 71}, {45, 60, 64, 69}, {41, 60, 65, 69}, {48, 64, 67, 76}
        },
        0.2,
        0.05,
        0.14),
  };

  private final float[] left;
  private final float[] right;

  DemoMusic(float[] left, float[] right) {
    this.left = left;
    this.right = right;
  }

  void play() {
    for (int scene = 0; scene < SCENES.length; scene++) {
      int index = scene;
      double start =
          seconds(
              DemoScript.SHOTS.stream()
                  .filter(s -> s.scene() == index)
                  .mapToInt(DemoShot::startFrame)
                  .min()
                  .orElseThrow());
      double end =
          seconds(
              DemoScript.SHOTS.stream()
                  .filter(s -> s.scene() == index)
                  .mapToInt(DemoShot::endFrame)
                  .max()
                  .orElseThrow());
      scene(SCENES[scene], start, end, new Random(scene + 1));
    }
  }

  private static double seconds(int frame) {
    return frame / (double) DemoScript.FRAME_RATE;
  }

  private void scene(Score score, double start, double end, Random random) {
    double each = (end - start) / score.chords().length;
    for (int c = 0; c < score.chords().length; c++) {
      int[] chord = score.chords()[c];
      double at = start + c * each;
      for (int voice = 0; voice < chord.length; voice++) {
        double pan = 0.25 + 0.5 * voice / (chord.length - 1.0);
        hold(at, each + 0.25, frequency(chord[voice]), score.pad(), pan);
        hold(at, each + 0.25, frequency(chord[voice]) * 1.004, score.pad() * 0.7, 1 - pan);
      }
      int step = 0;
      for (double t = at; t < at + each - 0.05; t += score.beat()) {
        int note = chord[1 + step % (chord.length - 1)];
        int octave = random.nextInt(4) == 0 ? 12 : 0;
        boolean bass = step % 4 == 0;
        pluck(t, frequency(note + octave), score.pluck(), 0.3 + 0.4 * random.nextDouble());
        if (bass) {
          pluck(t, frequency(chord[0]), score.pluck() * 0.9, 0.5);
        }
        step++;
      }
    }
  }

  private static double frequency(int midi) {
    return 440 * Math.pow(2, (midi - 69) / 12.0);
  }

  /** A held tone of five soft harmonics with a slow attack and release. */
  private void hold(double at, double length, double frequency, double level, double pan) {
    int first = (int) (at * RATE);
    int count = Math.min((int) (length * RATE), left.length - first);
    double attack = 0.3 * RATE;
    double release = 0.35 * RATE;
    double turn = 2 * Math.PI * frequency / RATE;
    Partials tone = new Partials(turn);
    for (int i = 0; i < count; i++) {
      double envelope = Math.min(1, Math.min(i / attack, (count - i) / release));
      double sample = level * envelope * tone.next(0.35, 0.15);
      left[first + i] += (float) (sample * (1 - pan));
      right[first + i] += (float) (sample * pan);
    }
  }

  private void pluck(double at, double frequency, double level, double pan) {
    int first = (int) (at * RATE);
    int count = Math.min((int) (1.3 * RATE), left.length - first);
    double decay = Math.exp(-4.2 / RATE);
    double shimmer = Math.exp(-11.0 / RATE);
    double body = 1;
    double bright = 1;
    Partials tone = new Partials(2 * Math.PI * frequency / RATE);
    for (int i = 0; i < count; i++) {
      body *= decay;
      bright *= shimmer;
      double sample =
          level * body * Math.min(1, i / 120.0) * tone.next(0.5 * bright, 0.35 * bright);
      left[first + i] += (float) (sample * (1 - pan));
      right[first + i] += (float) (sample * pan);
    }
  }

  /** A sine and its second and third harmonic, turned by one rotation a sample. */
  private static final class Partials {
    private final double cos;
    private final double sin;
    private double x = 1;
    private double y = 0;

    Partials(double turn) {
      cos = Math.cos(turn);
      sin = Math.sin(turn);
    }

    double next(double second, double third) {
      double turned = x * cos - y * sin;
      y = x * sin + y * cos;
      x = turned;
      // sin 2a = 2 sin a cos a and sin 3a = sin a (3 - 4 sin² a)
      return y + second * 2 * x * y + third * y * (3 - 4 * y * y);
    }
  }
}
