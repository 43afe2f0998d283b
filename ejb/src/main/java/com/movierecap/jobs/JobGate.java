package com.movierecap.jobs;

/** Knows why a job has to wait. Asked in the transaction in which the job would begin. */
public interface JobGate {
  /** Whether the job may begin; where it may not, it is asked for again later. */
  boolean isOpenTo(Job job);
}
