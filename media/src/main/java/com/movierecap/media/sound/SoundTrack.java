package com.movierecap.media.sound;

import com.movierecap.media.Sound;
import com.movierecap.media.TimeRange;
import com.movierecap.media.film.SoundBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the film: loudness, silences, and where it may be speech. Power is kept per {@value
 * #CELL_SECONDS} s of film time.
 */
public final class SoundTrack {
  static final double CELL_SECONDS = 0.02;
  private static final double SHORTEST_SILENCE_SECONDS = 0.12;
  private static final double ABOVE_FLOOR = Math.pow(10, 0.6);
  private static final double FAINTEST = 1e-7;

  private final LoudnessMeter meter = new LoudnessMeter();
  private final TruePeak peak = new TruePeak();
  private final Spectrum spectrum = new Spectrum();
  private float[] music = new float[1024];
  private float[] effects = new float[1024];
  private double third;
  private int thirds;
  private double startSeconds = Double.NaN;
  private float[] power = new float[4096];
  private float[] voice = new float[4096];
  private int[] frames = new int[4096];
  private int cells;
  private double low;
  private double high;
  private double sideLow;
  private double sideHigh;
  private boolean heard;
  private double threshold;
  private int thresholdOf = -1;
  private List<TimeRange> speech = List.of();
  private int speechOf = -1;
  private final @Nullable VoiceTrack voices;

  /**
   * @param voices gets the sound too and tells where somebody speaks; null where it is measured
   */
  public SoundTrack(@Nullable VoiceTrack voices) {
    this.voices = voices;
  }

  public void add(SoundBlock block) {
    heard = true;
    if (Double.isNaN(startSeconds)) {
      startSeconds = block.seconds();
    }
    meter.add(block.samples(), block.frames(), block.weights());
    peak.add(block);
    int frame = first(block);
    while (frame < block.frames()) {
      int cell = (int) (at(block, frame) / CELL_SECONDS);
      grow(cell);
      frame = measure(block, frame, cell);
    }
  }

  private static double at(SoundBlock block, int frame) {
    return block.seconds() + frame / (double) SoundBlock.RATE;
  }

  /** The first frame that is not before the film begins. */
  private static int first(SoundBlock block) {
    int frame = 0;
    while (frame < block.frames() && at(block, frame) < 0) {
      frame++;
    }
    return frame;
  }

  /**
   * Measures a cell's frames from that one on; in locals, since fields would be written for every
   * sample.
   *
   * @return the first frame that belongs to the next cell
   */
  private int measure(SoundBlock block, int from, int cell) {
    double cellEnd = (cell + 1) * CELL_SECONDS;
    float[] samples = block.samples();
    int channels = block.channels();
    double highNow = high;
    double lowNow = low;
    double sideHighNow = sideHigh;
    double sideLowNow = sideLow;
    float all = power[cell];
    float speaking = voice[cell];
    int frame = from;
    do {
      double mono = 0;
      for (int c = 0; c < channels; c++) {
        mono += samples[frame * channels + c];
      }
      mono /= channels;
      double side = 0;
      if (channels > 1) {
        side = (samples[frame * channels] - samples[frame * channels + 1]) / 2.0;
      }
      third += mono / 3;
      if (++thirds == 3) {
        listen((float) third, at(block, frame));
        third = 0;
        thirds = 0;
      }
      // one-pole filters at 300 Hz and 3 kHz leave what carries the voice
      highNow += (mono - highNow) * 0.325;
      lowNow += (highNow - lowNow) * 0.0385;
      double band = highNow - lowNow;
      // what is only at the sides is music or noise
      sideHighNow += (side - sideHighNow) * 0.325;
      sideLowNow += (sideHighNow - sideLowNow) * 0.0385;
      double aside = sideHighNow - sideLowNow;
      all += (float) (mono * mono);
      speaking += (float) Math.max(0, band * band - aside * aside);
      frame++;
    } while (frame < block.frames() && at(block, frame) < cellEnd);
    high = highNow;
    low = lowNow;
    sideHigh = sideHighNow;
    sideLow = sideLowNow;
    power[cell] = all;
    voice[cell] = speaking;
    frames[cell] += frame - from;
    return frame;
  }

  private void listen(float sample, double at) {
    if (voices != null) {
      voices.add(sample, at);
    }
    if (!spectrum.add(sample)) {
      return;
    }
    int step = (int) (at / Spectrum.STEP_SECONDS);
    if (step >= music.length) {
      music = Arrays.copyOf(music, 2 * step);
      effects = Arrays.copyOf(effects, 2 * step);
    }
    music[step] = (float) spectrum.music();
    effects[step] = (float) spectrum.effects();
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

  public @Nullable Sound sound(double filmSeconds) {
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
          silences.add(new TimeRange(round(from), round(to)));
        }
        start = -1;
      }
    }
    return new Sound(
        round(meter.integrated()), round(meter.range()), round(peak.dbtp()), silences, speech());
  }

  private List<TimeRange> speech() {
    if (speechOf == cells) {
      return speech;
    }
    speechOf = cells;
    speech =
        (voices == null ? Optional.<List<TimeRange>>empty() : voices.speech())
            .orElseGet(this::measuredSpeech);
    return speech;
  }

  private List<TimeRange> measuredSpeech() {
    double[] voiced = new double[cells];
    double[] all = new double[cells];
    for (int i = 0; i < cells; i++) {
      voiced[i] = frames[i] == 0 ? 0 : voice[i] / (double) frames[i];
      all[i] = level(i);
    }
    return SpeechFinder.find(voiced, all, threshold());
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }

  /** Loudest short-term loudness of a stretch, as mean square; 0 is silence. */
  public double loudness(double from, double to) {
    double start = Double.isNaN(startSeconds) ? 0 : startSeconds;
    return meter.shortTerm(from - start, to - start);
  }

  /** Mean energy of tones that go on, any unit. */
  public double music(double from, double to) {
    return mean(from, to, music);
  }

  /** Mean energy of sounds that come suddenly, any unit. */
  public double effects(double from, double to) {
    return mean(from, to, effects);
  }

  /** Share of a stretch in which somebody speaks. */
  public double spoken(double from, double to) {
    double spoken = 0;
    for (TimeRange range : speech()) {
      spoken +=
          Math.max(0, Math.min(to, range.endSeconds()) - Math.max(from, range.startSeconds()));
    }
    return to <= from ? 0 : Math.min(1, spoken / (to - from));
  }

  private static double mean(double from, double to, float[] steps) {
    int first = (int) Math.round(from / Spectrum.STEP_SECONDS);
    int last = (int) Math.max(first + 1, Math.round(to / Spectrum.STEP_SECONDS));
    double sum = 0;
    for (int i = Math.max(0, first); i < Math.min(steps.length, last); i++) {
      sum += steps[i];
    }
    return sum / (last - first);
  }

  private static int cell(double seconds) {
    return (int) Math.round(seconds / CELL_SECONDS);
  }
}
