package com.movierecap.usage;

/** What is measured. */
public enum Meter {
  /** Wall time of the attempt that succeeded, in seconds. */
  PROCESSING_SECONDS,
  /**
   * What came into the object store, in bytes; negative where it left. The sum is what lies there.
   */
  STORAGE_BYTES,
  /** Requests to the API. */
  API_CALLS
}
