package com.movierecap.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a job does; each kind has one {@link JobHandler}. */
public enum JobKind {
  ANALYSE(4, Stage.PROBE, Stage.ANALYSE, Stage.PUBLISH),
  RENDER(4, Stage.SELECT, Stage.RENDER, Stage.PUBLISH),
  EXPORT(4),
  /** Over about seven hours: a mail server that is away comes back. */
  MAIL(12);

  /** Those that take a moment and must not wait behind what takes minutes. */
  static final Set<JobKind> PROMPT =
      Arrays.stream(values()).filter(JobKind::isPrompt).collect(Collectors.toUnmodifiableSet());

  private final int attempts;
  private final List<Stage> stages;

  JobKind(int attempts, Stage... stages) {
    this.attempts = attempts;
    this.stages = List.of(stages);
  }

  /** Whether its time counts as the tenant's processing. */
  public boolean isProcessing() {
    return this == ANALYSE || this == RENDER;
  }

  /** Whether it is one of {@link #PROMPT}. */
  boolean isPrompt() {
    return this == MAIL;
  }

  /** After so many attempts a job fails, whoever is to blame. */
  public int attempts() {
    return attempts;
  }

  /** Its way as customers see it, in order; none where it takes one step. */
  public List<Stage> stages() {
    return stages;
  }
}
