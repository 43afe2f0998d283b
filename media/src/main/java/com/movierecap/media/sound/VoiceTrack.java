package com.movierecap.media.sound;

import com.movierecap.media.TimeRange;
import com.movierecap.media.models.SerialExecutor;
import com.movierecap.media.models.VoiceActivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the sound and has it listened to by {@link VoiceActivity}, a minute at a time and beside
 * the reading of the film.
 */
public final class VoiceTrack implements AutoCloseable {
  /** A minute, in whole windows: 4 MB. */
  private static final int CHUNK = 1_875 * VoiceActivity.WINDOW;

  private final SerialExecutor beside = new SerialExecutor();
  private @Nullable Optional<VoiceActivity> network;
  private final List<Future<float[]>> listened = new ArrayList<>();
  private float[] chunk = {};
  private float[] other = {};
  private int number;
  private int filled;

  private VoiceTrack() {}

  /**
   * @return null where the build did not fetch the network
   */
  public static @Nullable VoiceTrack open() {
    return VoiceActivity.fetched() ? new VoiceTrack() : null;
  }

  /**
   * @param at film time, seconds, not below zero; what lies between two samples is silence
   */
  void add(float sample, double at) {
    long place = Math.round(at * VoiceActivity.RATE);
    while (place >= (long) (number + 1) * CHUNK) {
      listen();
    }
    int here = (int) (place - (long) number * CHUNK);
    if (here >= 0) {
      if (chunk.length == 0) {
        begin();
      }
      chunk[here] = sample;
      filled = Math.max(filled, here + 1);
    }
  }

  /** Late, so that a film's first picture need wait neither for the memory nor for the network. */
  private void begin() {
    beside.start(this::network);
    chunk = new float[CHUNK];
  }

  /** Beside. */
  private Optional<VoiceActivity> network() {
    if (network == null) {
      network = VoiceActivity.open();
    }
    return network;
  }

  private void listen() {
    if (!listened.isEmpty()) {
      // the other half of the memory is free only then
      SerialExecutor.await(listened.get(listened.size() - 1));
    }
    float[] full = chunk;
    int length = filled;
    listened.add(
        beside.start(
            () -> network().map(n -> n.likelihoods(full, length)).orElseGet(() -> new float[0])));
    chunk = other;
    other = full;
    Arrays.fill(chunk, 0);
    filled = 0;
    number++;
  }

  /**
   * Where somebody speaks; to be asked once, at the end.
   *
   * @return empty where the network cannot be run here
   */
  Optional<List<TimeRange>> speech() {
    listen();
    if (SerialExecutor.await(beside.start(this::network)).isEmpty()) {
      return Optional.empty();
    }
    float[] all = new float[listened.size() * (CHUNK / VoiceActivity.WINDOW)];
    for (int i = 0; i < listened.size(); i++) {
      float[] some = SerialExecutor.await(listened.get(i));
      System.arraycopy(some, 0, all, i * (CHUNK / VoiceActivity.WINDOW), some.length);
    }
    return Optional.of(VoiceActivity.ranges(all));
  }

  @Override
  public void close() {
    // what still waits is not wanted any more; what runs ends first
    beside.close();
    if (network != null) {
      network.ifPresent(VoiceActivity::close);
    }
  }
}
