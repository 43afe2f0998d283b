package com.movierecap.usage;

/** What is measured. */
public enum Meter {
  /** Wall time of the attempt that succeeded, in seconds. */
  PROCESSING_SECONDS
}
