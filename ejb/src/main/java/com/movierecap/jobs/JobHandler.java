package com.movierecap.jobs;

import com.movierecap.media.worker.WorkRequest;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a feature does around the worker's work. All methods run with the job's tenant bound; only
 * {@link #finish} runs inside a transaction.
 */
public interface JobHandler {
  JobKind kind();

  /**
   * Fetches what the worker needs into the scratch folder.
   *
   * @throws InputFailure where the customer's input can already be seen to be of no use
   */
  WorkRequest prepare(Job job, Path scratch) throws IOException, InputFailure;

  /** Puts the worker's results where customers can get them. May run again for a later attempt. */
  void publish(Job job, Path results) throws IOException;

  /** Records the results, in the transaction that ends the job. */
  void finish(Job job, Path results);

  /** Takes back what was published for a job that did not count in the end. */
  void discard(Job job);

  /** The customer's input is of no use. */
  final class InputFailure extends Exception {
    private final String stage;
    private final String code;

    public InputFailure(String stage, String code) {
      super(stage + ": " + code);
      this.stage = stage;
      this.code = code;
    }

    Failure failure() {
      return Failure.ofInput(stage, code);
    }
  }
}
