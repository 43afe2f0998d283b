package com.movierecap.jobs;

/** What a job does; each kind has one {@link JobHandler}. */
public enum JobKind {
  ANALYSE,
  RENDER
}
