package com.movierecap.media.worker;

import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one worker process is to do; written by the service, read by the worker. All paths are
 * absolute.
 *
 * @param film the film's file
 * @param filmName as the customer calls it, for EDL and OTIO
 * @param subtitles a file beside the film, or null
 * @param analysis the kept {@code analysis.json}; null for {@link Task#ANALYSE}, which makes it
 * @param accurate decode every picture
 * @param recap what was asked; null for {@link Task#ANALYSE}
 * @param picks rendered as they are, in their order; null lets the engine select
 * @param out an existing folder for the results
 */
public record WorkRequest(
    Task task,
    String film,
    String filmName,
    @Nullable String subtitles,
    @Nullable String analysis,
    boolean accurate,
    @Nullable RecapRequest recap,
    @Nullable List<Pick> picks,
    String out) {
  public enum Task {
    ANALYSE,
    RENDER
  }
}
