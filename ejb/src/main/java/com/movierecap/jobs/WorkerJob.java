package com.movierecap.jobs;

import com.movierecap.media.worker.WorkRequest;
import java.io.IOException;
import java.nio.file.Path;

/** A job whose work a forked worker does; what it leaves is then published. */
public interface WorkerJob extends JobHandler {
  /**
   * Fetches what the worker needs into the scratch folder.
   *
   * @throws InputFailure where the customer's input can already be seen to be of no use
   */
  WorkRequest prepare(Job job, Path scratch) throws IOException, InputFailure;
}
