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

  /** Of what there is: a rendering that was stopped leaves the one before as good as it was. */
  public String status() {
    return rendered && job.status().equals("cancelled") ? "succeeded" : job.status();
  }

  public String statusKey() {
    return job.isUnderWay() ? job.nowKey() : "status." + status();
  }

  /** {@code 16:9} is no part of a message key. */
  public String aspectKey() {
    return "aspect." + request.rendering().aspect().label().replace(':', 'x');
  }
}
