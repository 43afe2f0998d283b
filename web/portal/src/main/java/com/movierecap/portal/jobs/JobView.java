package com.movierecap.portal.jobs;

import com.movierecap.jobs.Failure;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job on a page.
 *
 * @param id by which support finds every attempt in the log
 * @param subject what it is about: {@code movies/ID}, {@code recaps/ID} or {@code exports/ID}
 * @param status {@code queued running succeeded failed cancelled}
 * @param stage where it is, or null before the first stage
 * @param percent of the whole way, 0..100
 * @param steps the way, in order
 * @param failure why it ended, or null
 * @param attempt which one it is, from 1 on; of a job that waits, the one that comes next
 * @param attempts how many there are at most
 */
public record JobView(
    UUID id,
    String subject,
    String status,
    @Nullable Stage stage,
    int percent,
    List<Step> steps,
    @Nullable Failure failure,
    int attempt,
    int attempts) {

  /** One stage of the way: {@code state} is {@code done now next}. */
  public record Step(Stage stage, String state) {}

  private static final Map<JobKind, String> SUBJECTS =
      Map.of(JobKind.ANALYSE, "movies/", JobKind.RENDER, "recaps/", JobKind.EXPORT, "exports/");

  public static JobView of(Job job) {
    var way = job.kind().stages();
    var stage = job.status() == Job.Status.QUEUED ? null : job.stage();
    // a rendering looks at the film first; for its reader that is part of choosing
    var shown = stage == null || way.isEmpty() ? null : way.contains(stage) ? stage : way.get(0);
    int at = shown == null ? -1 : way.indexOf(shown);
    double done = 0;
    for (int i = 0; i < at; i++) {
      done += way.get(i).share();
    }
    if (shown != null) {
      done += shown.share() * job.progress();
    }
    return new JobView(
        job.id(),
        SUBJECTS.getOrDefault(job.kind(), "") + job.subjectId(),
        job.status().name().toLowerCase(Locale.ROOT),
        shown,
        job.status() == Job.Status.SUCCEEDED ? 100 : (int) Math.round(done * 100),
        way.stream().map(each -> new Step(each, state(way.indexOf(each), at))).toList(),
        job.failure().orElse(null),
        job.status() == Job.Status.QUEUED ? job.attempt() + 1 : job.attempt(),
        job.kind().attempts());
  }

  private static String state(int index, int at) {
    return index < at ? "done" : index == at ? "now" : "next";
  }

  /** Whether it may still change. */
  public boolean isUnderWay() {
    return status.equals("queued") || status.equals("running");
  }

  public String statusKey() {
    return "status." + status;
  }

  /** Whether it was ours that it failed, so that its reader can only ask us. */
  public boolean isOurFault() {
    return failure != null && failure.reason() == Failure.Reason.PROCESSING;
  }

  /**
   * What is going on, in one phrase: the stage where there is one, else the status. Between two
   * attempts it is one and the same, whether the next one waits or starts.
   */
  public String nowKey() {
    if (stage != null && isUnderWay()) {
      return "stage." + stage.label();
    }
    return attempt > 1 && isUnderWay() ? "job.again" : statusKey();
  }
}
