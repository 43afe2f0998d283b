package com.movierecap.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.media.Progress;
import java.util.Locale;

/** The steps of jobs, in order; {@link JobKind#stages} says which a kind has. */
public enum Stage {
  /** Only jobs that were given up before they began end here. */
  QUEUE(0),
  PROBE(0.04),
  ANALYSE(0.9),
  SELECT(0.04),
  RENDER(0.9),
  PUBLISH(0.06);

  private final double share;

  Stage(double share) {
    this.share = share;
  }

  /** The worker's stage. */
  static Stage of(Progress.Stage worker) {
    return valueOf(worker.name());
  }

  /** How much of the whole way it is, 0..1: those of a kind make up one. */
  public double share() {
    return share;
  }

  /** In the database, in JSON and in keys of words. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Stage labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
