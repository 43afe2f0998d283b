package com.movierecap.library;

import java.util.UUID;

/** What others hear about a movie, as CDI events inside the transaction in which it happens. */
public sealed interface MovieEvent {
  UUID movie();

  /** Its analysis is there. */
  record Ready(UUID movie) implements MovieEvent {}

  /** It cannot be used. */
  record Unusable(UUID movie, com.movierecap.jobs.Failure why) implements MovieEvent {}

  /** It is about to go. */
  record Deleting(UUID movie) implements MovieEvent {}
}
