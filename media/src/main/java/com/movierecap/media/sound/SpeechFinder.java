package com.movierecap.media.sound;

import com.movierecap.media.TimeRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds speech by its rhythm: syllables come three to eight times a second and swing the envelope
 * of the voice's band by more than music or noise does (Scheirer and Slaney 1997: modulation energy
 * near 4 Hz, share of quiet frames). Voices are in the middle of the stereo picture and between 300
 * Hz and 3 kHz.
 */
final class SpeechFinder {
  /** Cells of 20 ms; one second is the shortest that shows a rhythm of 3 Hz. */
  private static final int WINDOW = 50;

  private static final int STEP = 10;
  private static final double SPOKEN = 0.5;
  private static final double SHORTEST_SECONDS = 0.5;
  private static final double PAUSE_SECONDS = 0.5;

  private SpeechFinder() {}

  /**
   * @param voice power in the voice's band, in the middle, by cell
   * @param all power of everything, by cell
   * @param silent what counts as silence
   */
  static List<TimeRange> find(double[] voice, double[] all, double silent) {
    int steps = Math.max(0, (voice.length - WINDOW) / STEP + 1);
    List<TimeRange> found = new ArrayList<>();
    double start = -1;
    double end = -1;
    for (int i = 0; i < steps; i++) {
      int from = i * STEP;
      if (likelihood(voice, all, from, silent) < SPOKEN) {
        continue;
      }
      // the middle of the window is what it tells of
      double a = (from + WINDOW / 2.0 - 1.5 * STEP) * SoundTrack.CELL_SECONDS;
      double b = (from + WINDOW / 2.0 + 1.5 * STEP) * SoundTrack.CELL_SECONDS;
      if (start >= 0 && a - end <= PAUSE_SECONDS) {
        end = b;
        continue;
      }
      add(found, start, end);
      start = a;
      end = b;
    }
    add(found, start, end);
    return List.copyOf(found);
  }

  private static void add(List<TimeRange> found, double start, double end) {
    if (start >= 0 && end - start >= SHORTEST_SECONDS) {
      found.add(new TimeRange(round(Math.max(0, start)), round(end)));
    }
  }

  /** 0..1 for the window that begins with that cell. */
  static double likelihood(double[] voice, double[] all, int from, double silent) {
    double[] envelope = new double[WINDOW];
    double mean = 0;
    double voiced = 0;
    double heard = 0;
    for (int i = 0; i < WINDOW; i++) {
      // loudness as heard goes with the cube root rather than with power
      envelope[i] = Math.cbrt(voice[from + i]);
      mean += envelope[i] / WINDOW;
      voiced += voice[from + i];
      heard += all[from + i];
    }
    if (heard / WINDOW < 4 * silent || mean <= 0) {
      return 0;
    }
    int quiet = 0;
    for (double e : envelope) {
      quiet += e < 0.6 * mean ? 1 : 0;
    }
    double syllables = 0;
    double rest = 0;
    for (int hertz = 1; hertz <= 16; hertz++) {
      double c = 0;
      double s = 0;
      for (int i = 0; i < WINDOW; i++) {
        double turn = 2 * Math.PI * hertz * i / WINDOW;
        double hann = 1 - Math.cos(2 * Math.PI * i / WINDOW);
        c += hann * (envelope[i] - mean) * Math.cos(turn);
        s += hann * (envelope[i] - mean) * Math.sin(turn);
      }
      double swing = 2 * Math.hypot(c, s) / WINDOW / mean;
      if (hertz >= 2 && hertz <= 8) {
        syllables += swing * swing;
      } else {
        rest += swing * swing;
      }
    }
    double swing = ramp(Math.sqrt(syllables), 0.15, 0.45);
    double rhythm = ramp(syllables / (syllables + rest + 1e-9), 0.35, 0.65);
    double band = ramp(voiced / heard, 0.15, 0.4);
    double pauses = ramp(quiet / (double) WINDOW, 0.04, 0.2);
    return swing * band * (0.4 + 0.3 * rhythm + 0.3 * pauses);
  }

  private static double ramp(double value, double none, double full) {
    return Math.max(0, Math.min(1, (value - none) / (full - none)));
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
