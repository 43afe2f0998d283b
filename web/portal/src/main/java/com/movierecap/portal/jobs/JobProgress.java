package com.movierecap.portal.jobs;

import com.movierecap.jobs.Job;
import com.movierecap.portal.language.Formats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** How far a job is, in the reader's words, as {@code live.js} reads it. */
@RequestScoped
public class JobProgress {
  @Inject private Text text;
  @Inject private Formats formats;

  /**
   * @param title what the job is about, as its reader calls it
   */
  public JsonObject of(String title, Job job) {
    var view = JobView.of(job);
    var steps = Json.createArrayBuilder();
    view.steps().forEach(step -> steps.add(step.state()));
    return Json.createObjectBuilder()
        .add("ended", !view.isUnderWay())
        .add("now", now(view))
        .add("said", text.format("notice.line", title, text.get(view.nowKey())))
        .add("percent", view.percent())
        .add("percentText", formats.percent(view.percent() / 100.0))
        .add("steps", steps)
        .build();
  }

  private String now(JobView view) {
    var phrase = text.get(view.nowKey());
    return view.attempt() > 1 && view.isUnderWay()
        ? text.format(
            "notice.line", phrase, text.format("job.attempt", view.attempt(), view.attempts()))
        : phrase;
  }
}
