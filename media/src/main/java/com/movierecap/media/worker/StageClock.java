package com.movierecap.media.worker;

import com.movierecap.media.Progress;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Passes progress on and notes how long each stage takes, by the wall: a stage lasts from its first
 * report to the next stage's.
 */
final class StageClock implements Progress {
  private final Progress next;
  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private Stage stage = Stage.PROBE;
  private long since = System.nanoTime();

  StageClock(Progress next) {
    this.next = next;
  }

  @Override
  public void at(Stage now, double done) {
    if (now != stage) {
      note();
      stage = now;
    }
    next.at(now, Math.min(1, Math.max(0, done)));
  }

  /** The stage that runs, or ran last. */
  Stage stage() {
    return stage;
  }

  private void note() {
    long time = System.nanoTime();
    nanos.merge(stage, time - since, Long::sum);
    since = time;
  }

  /** Seconds by stage in lower case, all of them, to the millisecond. */
  Map<String, Double> seconds() {
    note();
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Stage each : Stage.values()) {
      double millis = Math.rint(nanos.getOrDefault(each, 0L) / 1e6);
      seconds.put(each.name().toLowerCase(Locale.ROOT), millis / 1000);
    }
    return seconds;
  }
}
