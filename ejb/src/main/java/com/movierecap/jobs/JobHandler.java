package com.movierecap.jobs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a feature does for a job of one kind. All methods run with the job's tenant bound; only
 * {@link #finish} runs inside a transaction.
 */
public interface JobHandler {
  JobKind kind();

  /**
   * Puts results where customers can get them, or does whatever there is to do. May run again for a
   * later attempt.
   *
   * @param results a {@linkplain WorkerJob worker's}, or the empty scratch folder where there was
   *     none
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
    boolean mayGoOn(Stage stage, double done);
  }

  /** The customer's input is of no use. */
  final class InputFailure extends Exception {
    private final Stage stage;
    private final String code;

    public InputFailure(Stage stage, String code) {
      super(stage.label() + ": " + code);
      this.stage = stage;
      this.code = code;
    }

    Failure failure() {
      return Failure.ofInput(stage, code);
    }
  }
}
