package com.movierecap.jobs;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a job does; each kind has one {@link JobHandler}. */
public enum JobKind {
  ANALYSE,
  RENDER,
  EXPORT,
  MAIL;

  /** Those that take a moment and must not wait behind what takes minutes. */
  static final Set<JobKind> PROMPT = Collections.unmodifiableSet(EnumSet.of(MAIL));

  private static final int FEW = 4;

  /** Over about seven hours: a mail server that is away comes back. */
  private static final int MANY = 12;

  /** Whether its time counts as the tenant's processing. */
  public boolean isProcessing() {
    return this == ANALYSE || this == RENDER;
  }

  /** Whether it is one of {@link #PROMPT}. */
  boolean isPrompt() {
    return PROMPT.contains(this);
  }

  /** After so many attempts a job fails, whoever is to blame. */
  public int attempts() {
    return this == MAIL ? MANY : FEW;
  }
}
