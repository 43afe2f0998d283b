package com.movierecap.portal.jobs;

import com.movierecap.jobs.Failure;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job on a page.
 *
 * @param subject what it is about: {@code movies/ID} or {@code recaps/ID}
 * @param status {@code queued running succeeded failed cancelled}
 * @param stage where it is, or null before the first stage
 * @param percent of the whole way, 0..100
 * @param steps the way, in order
 * @param failure why it ended, or null
 * @param attempt which one it is, from 1 on; 0 before the first
 * @param attempts how many there are at most
 */
public record JobView(
    String subject,
    String status,
    @Nullable String stage,
    int percent,
    List<Step> steps,
    @Nullable Failure failure,
    int attempt,
    int attempts) {

  /** One stage of the way: {@code state} is {@code done now next}. */
  public record Step(String name, String state) {}

  private static final List<String> ANALYSIS = List.of("probe", "analyse", "publish");
  private static final List<String> RENDERING = List.of("select", "render", "publish");

  /** How much of the whole way a stage is; the long ones are known. */
  private static final Map<String, Double> SHARES =
      Map.of("probe", 0.04, "analyse", 0.9, "select", 0.04, "render", 0.9, "publish", 0.06);

  public static JobView of(Job job) {
    var way = job.kind() == JobKind.ANALYSE ? ANALYSIS : RENDERING;
    var stage = job.status() == Job.Status.QUEUED ? null : job.stage();
    // a rendering looks at the film first; for its reader that is part of choosing
    var shown = stage != null && !way.contains(stage) ? way.get(0) : stage;
    int at = shown == null ? -1 : way.indexOf(shown);
    double done = 0;
    for (int i = 0; i < at; i++) {
      done += SHARES.getOrDefault(way.get(i), 0.0);
    }
    if (shown != null) {
      done += SHARES.getOrDefault(shown, 0.0) * job.progress();
    }
    return new JobView(
        (job.kind() == JobKind.ANALYSE ? "movies/" : "recaps/") + job.subjectId(),
        job.status().name().toLowerCase(Locale.ROOT),
        shown,
        job.status() == Job.Status.SUCCEEDED ? 100 : (int) Math.round(done * 100),
        way.stream().map(name -> new Step(name, state(way.indexOf(name), at))).toList(),
        job.failure().orElse(null),
        job.attempt(),
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

  /** What is going on, in one phrase: the stage where there is one, else the status. */
  public String nowKey() {
    return stage == null || !isUnderWay() ? statusKey() : "stage." + stage;
  }
}
