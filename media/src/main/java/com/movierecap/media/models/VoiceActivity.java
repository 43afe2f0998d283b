package com.movierecap.media.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.movierecap.media.TimeRange;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how likely somebody speaks, by Silero VAD, and gathers that into ranges as its authors do.
 *
 * @see <a href="https://github.com/snakers4/silero-vad">Silero VAD, version 5</a>
 */
public final class VoiceActivity implements AutoCloseable {
  /** Samples a second that the network was taught with. */
  public static final int RATE = 16_000;

  /** Samples that one likelihood is told of. */
  public static final int WINDOW = 512;

  public static final double WINDOW_SECONDS = WINDOW / (double) RATE;

  private static final String NETWORK = "silero_vad.onnx";

  /** Samples before a window that the network sees again. */
  private static final int CONTEXT = 64;

  /** Of the network's memory: two layers of it. */
  private static final int STATE = 128;

  /** Stretches listened to at once, each with a memory of its own: twice as fast as one by one. */
  private static final int AT_ONCE = 8;

  /** Windows that a stretch is listened to before its own, for the memory to fill. */
  private static final int BEFORE = 16;

  private static final double SPEAKS = 0.5;
  private static final double STILL_SPEAKS = 0.35;
  private static final double SHORTEST_SECONDS = 0.25;
  private static final double PAUSE_SECONDS = 0.1;
  private static final double MARGIN_SECONDS = 0.03;

  private final OrtSession session;

  private VoiceActivity(OrtSession session) {
    this.session = session;
  }

  public static boolean fetched() {
    return Models.fetched(NETWORK);
  }

  /**
   * @return empty where the build did not fetch the network, or it cannot be run here
   */
  public static Optional<VoiceActivity> open() {
    return Models.open(NETWORK).map(VoiceActivity::new);
  }

  /**
   * @param samples mono at {@link #RATE}, -1..1
   * @param length of them that are valid
   * @return 0..1 for each whole window
   */
  public float[] likelihoods(float[] samples, int length) {
    int windows = length / WINDOW;
    int each = (windows + AT_ONCE - 1) / AT_ONCE;
    float[] likelihoods = new float[windows];
    float[] state = new float[2 * AT_ONCE * STATE];
    float[] input = new float[AT_ONCE * (CONTEXT + WINDOW)];
    try (OnnxTensor rate = OnnxTensor.createTensor(Models.environment(), (long) RATE)) {
      for (int step = -BEFORE; step < each; step++) {
        for (int i = 0; i < AT_ONCE; i++) {
          int from = (i * each + step) * WINDOW - CONTEXT;
          for (int s = 0; s < CONTEXT + WINDOW; s++) {
            int at = from + s;
            input[i * (CONTEXT + WINDOW) + s] = at < 0 || at >= length ? 0 : samples[at];
          }
        }
        float[] now = step(input, state, rate);
        for (int i = 0; i < AT_ONCE && step >= 0; i++) {
          int window = i * each + step;
          if (window < windows) {
            likelihoods[window] = now[i];
          }
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException("listening for speech failed", e);
    }
    return likelihoods;
  }

  private float[] step(float[] input, float[] state, OnnxTensor rate) throws OrtException {
    long[] shape = {AT_ONCE, CONTEXT + WINDOW};
    try (OnnxTensor sound =
            OnnxTensor.createTensor(Models.environment(), FloatBuffer.wrap(input), shape);
        OnnxTensor memory =
            OnnxTensor.createTensor(
                Models.environment(), FloatBuffer.wrap(state), new long[] {2, AT_ONCE, STATE});
        OrtSession.Result result =
            session.run(Map.of("input", sound, "state", memory, "sr", rate))) {
      ((OnnxTensor) result.get(1)).getFloatBuffer().get(state);
      float[] likelihoods = new float[AT_ONCE];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(likelihoods);
      return likelihoods;
    }
  }

  /**
   * Where somebody speaks: from a likelihood of half on until it has been well below for a while.
   *
   * @param likelihoods of windows from the film's beginning on
   */
  public static List<TimeRange> ranges(float[] likelihoods) {
    List<TimeRange> ranges = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (int i = 0; i < likelihoods.length; i++) {
      if (start < 0 && likelihoods[i] >= SPEAKS) {
        start = i;
      }
      if (start >= 0 && likelihoods[i] >= STILL_SPEAKS) {
        end = i + 1;
      }
      if (start >= 0 && (i + 1 - end) * WINDOW_SECONDS >= PAUSE_SECONDS) {
        add(ranges, start, end);
        start = -1;
      }
    }
    if (start >= 0) {
      add(ranges, start, end);
    }
    return List.copyOf(ranges);
  }

  private static void add(List<TimeRange> ranges, int start, int end) {
    double from = Math.max(0, start * WINDOW_SECONDS - MARGIN_SECONDS);
    double to = end * WINDOW_SECONDS + MARGIN_SECONDS;
    if ((end - start) * WINDOW_SECONDS < SHORTEST_SECONDS) {
      return;
    }
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last).endSeconds() >= from) {
      from = ranges.remove(last).startSeconds();
    }
    ranges.add(new TimeRange(round(from), round(to)));
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }

  @Override
  public void close() {
    Models.close(session);
  }
}
