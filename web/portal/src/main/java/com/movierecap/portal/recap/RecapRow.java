package com.movierecap.portal.recap;

import com.movierecap.media.RecapRequest;
import com.movierecap.portal.jobs.JobView;
import com.movierecap.recap.Recap;
import java.time.Instant;

/** A recap in the list of a film's. */
public record RecapRow(
    String id, RecapRequest request, Instant createdAt, boolean rendered, JobView job) {
  static RecapRow of(Recap recap) {
    return new RecapRow(
        recap.id().toString(),
        recap.request(),
        recap.createdAt(),
        !recap.outputs().isEmpty(),
        JobView.of(recap.job()));
  }

  /** {@code 16:9} is no part of a message key. */
  public String aspectKey() {
    return "aspect." + request.rendering().aspect().label().replace(':', 'x');
  }
}
