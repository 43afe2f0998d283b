package com.movierecap.media.analysis;

import com.movierecap.media.Sound;
import com.movierecap.media.TimeRange;
import com.movierecap.media.film.SoundBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the film: loudness, silences, and where it may be speech. Power is kept per {@value
 * #CELL_SECONDS} s of film time.
 */
final class SoundTrack {
  static final double CELL_SECONDS = 0.02;
  private static final double SHORTEST_SILENCE_SECONDS = 0.12;
  private static final double ABOVE_FLOOR = Math.pow(10, 0.6);
  private static final double FAINTEST = 1e-7;

  private final LoudnessMeter meter = new LoudnessMeter();
  private float[] power = new float[4096];
  private float[] voice = new float[4096];
  private int[] frames = new int[4096];
  private int cells;
  private double low;
  private double high;
  private boolean heard;
  private double threshold;
  private int thresholdOf = -1;

  void add(SoundBlock block) {
    heard = true;
    meter.add(block.samples(), block.frames(), block.weights());
    int channels = block.channels();
    for (int f = 0; f < block.frames(); f++) {
      double at = block.seconds() + f / (double) SoundBlock.RATE;
      if (at < 0) {
        continue;
      }
      double mono = 0;
      for (int c = 0; c < channels; c++) {
        mono += block.samples()[f * channels + c];
      }
      mono /= 32768.0 * channels;
      // one-pole filters at 300 Hz and 3 kHz leave what carries the voice
      high += (mono - high) * 0.325;
      low += (high - low) * 0.0385;
      double band = high - low;
      int cell = (int) (at / CELL_SECONDS);
      grow(cell);
      power[cell] += (float) (mono * mono);
      voice[cell] += (float) (band * band);
      frames[cell]++;
    }
  }

  private void grow(int cell) {
    if (cell >= power.length) {
      int size = Math.max(cell + 1, 2 * power.length);
      power = Arrays.copyOf(power, size);
      voice = Arrays.copyOf(voice, size);
      frames = Arrays.copyOf(frames, size);
    }
    cells = Math.max(cells, cell + 1);
  }

  private double level(int cell) {
    return cell >= cells || frames[cell] == 0 ? 0 : power[cell] / (double) frames[cell];
  }

  /**
   * The film's own floor: what a tenth of its cells stay below, and never less than is audible.
   * Silent is what lies within 6 dB of it; in a film under constant music that finds its pauses.
   */
  private double threshold() {
    if (thresholdOf == cells) {
      return threshold;
    }
    double[] levels = new double[cells];
    for (int i = 0; i < cells; i++) {
      levels[i] = level(i);
    }
    Arrays.sort(levels);
    double floor = cells == 0 ? 0 : levels[cells / 10];
    double median = cells == 0 ? 0 : levels[cells / 2];
    thresholdOf = cells;
    threshold = Math.max(FAINTEST, Math.min(floor * ABOVE_FLOOR, median / 2));
    return threshold;
  }

  @Nullable Sound sound(double filmSeconds) {
    if (!heard) {
      return null;
    }
    double threshold = threshold();
    List<TimeRange> silences = new ArrayList<>();
    int last = (int) Math.ceil(filmSeconds / CELL_SECONDS);
    int start = -1;
    for (int i = 0; i <= last; i++) {
      boolean silent = i < last && level(i) < threshold;
      if (silent && start < 0) {
        start = i;
      } else if (!silent && start >= 0) {
        double from = start * CELL_SECONDS;
        double to = Math.min(filmSeconds, i * CELL_SECONDS);
        if (to - from >= SHORTEST_SILENCE_SECONDS) {
          silences.add(new TimeRange(from, to));
        }
        start = -1;
      }
    }
    return new Sound(meter.integrated(), 0, 0, silences, List.of());
  }

  /** Mean power of a stretch; 0 is silence, 1 full scale. */
  double loudness(double from, double to) {
    return power(from, to);
  }

  double music(double from, double to) {
    return 0;
  }

  double effects(double from, double to) {
    return 0;
  }

  double power(double from, double to) {
    return mean(from, to, power);
  }

  /** Share of a stretch in which most of the power lies where voices are. */
  double voiced(double from, double to) {
    double threshold = 4 * threshold();
    int voiced = 0;
    int all = 0;
    for (int i = cell(from); i < cell(to); i++) {
      all++;
      if (i < cells && level(i) > threshold && voice[i] > 0.45 * power[i]) {
        voiced++;
      }
    }
    return all == 0 ? 0 : voiced / (double) all;
  }

  private double mean(double from, double to, float[] values) {
    double sum = 0;
    int count = 0;
    for (int i = cell(from); i < Math.min(cells, cell(to)); i++) {
      sum += values[i];
      count += frames[i];
    }
    return count == 0 ? 0 : sum / count;
  }

  private static int cell(double seconds) {
    return (int) Math.round(seconds / CELL_SECONDS);
  }
}
