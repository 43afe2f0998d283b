package com.movierecap.jobs;

/** What a job does; each kind has one {@link JobHandler}. */
public enum JobKind {
  ANALYSE,
  RENDER,
  EXPORT,
  MAIL;

  private static final int FEW = 4;

  /** Over about seven hours: a mail server that is away comes back. */
  private static final int MANY = 12;

  /** Whether its time counts as the tenant's processing. */
  public boolean isProcessing() {
    return this == ANALYSE || this == RENDER;
  }

  /** Whether it takes a moment and must not wait behind what takes minutes. */
  boolean isPrompt() {
    return this == MAIL;
  }

  /** After so many attempts a job fails, whoever is to blame. */
  public int attempts() {
    return this == MAIL ? MANY : FEW;
  }
}
