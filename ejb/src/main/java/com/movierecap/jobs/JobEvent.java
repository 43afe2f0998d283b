package com.movierecap.jobs;

/** What the features hear about a job, as CDI events. */
public sealed interface JobEvent {
  Job job();

  /** Fired inside the transaction in which the job succeeds. */
  record Succeeded(Job job) implements JobEvent {}

  /** Fired inside the transaction in which the job fails or is cancelled. */
  record Ended(Job job) implements JobEvent {}

  /** Fired after a change was committed: for those who watch, not for those who record. */
  record Changed(Job job) implements JobEvent {}
}
