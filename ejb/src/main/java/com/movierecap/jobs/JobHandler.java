package com.movierecap.jobs;

import com.movierecap.media.worker.WorkRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a feature does around the worker's work. All methods run with the job's tenant bound; only
 * {@link #finish} runs inside a transaction.
 */
public interface JobHandler {
  JobKind kind();

  /**
   * Fetches what the worker needs into the scratch folder.
   *
   * @return empty where there is nothing for a worker to do, and {@link #publish} does it all
   * @throws InputFailure where the customer's input can already be seen to be of no use
   */
  Optional<WorkRequest> prepare(Job job, Path scratch) throws IOException, InputFailure;

  /**
   * Puts results where customers can get them. May run again for a later attempt.
   *
   * @param results the worker's, or the empty scratch folder where there was none
   * @param watcher to be asked now and then by what takes long
   * @return whether it is all there: no where the watcher said stop
   */
  boolean publish(Job job, Path results, Watcher watcher) throws IOException;

  /** Records the results, in the transaction that ends the job. */
  void finish(Job job, Path results);

  /** Takes back what was published for a job that did not count in the end. */
  void discard(Job job);

  /** Hears how far the work is; says whether it may go on. Asked about once a second. */
  @FunctionalInterface
  interface Watcher {
    /**
     * @param done 0..1 within the stage
     */
    boolean mayGoOn(String stage, double done);
  }

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
