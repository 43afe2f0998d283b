package com.movierecap.jobs;

/** What a job does; each kind has one {@link JobHandler}. */
public enum JobKind {
  ANALYSE,
  RENDER,
  EXPORT;

  /** Whether its time counts as the tenant's processing. */
  public boolean isProcessing() {
    return this != EXPORT;
  }
}
