package com.movierecap.api.recap;

import com.movierecap.i18n.Messages;
import com.movierecap.jobs.JobProgress.Step;
import com.movierecap.media.Pick;
import com.movierecap.media.Rendering;
import com.movierecap.media.TimeRange;
import com.movierecap.recap.Recap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recap as the API shows it.
 *
 * @param cutLimit why a lossless recap was cut at keyframes only: {@code codec container pixels
 *     mirrored open-groups parameter-sets}; none where its cuts are exact
 */
public record RecapView(
    String id,
    String movieId,
    String status,
    @Nullable String stage,
    double progress,
    double lengthSeconds,
    String style,
    String aspect,
    List<String> moreAspects,
    String captions,
    boolean spoilers,
    String loudness,
    boolean lossless,
    boolean watermark,
    List<TimeRange> locked,
    List<TimeRange> excluded,
    List<Pick> picks,
    boolean picksByHand,
    Map<String, String> outputs,
    @Nullable Double renderedSeconds,
    @Nullable Double loudnessLufs,
    @Nullable String cutLimit,
    String createdAt,
    @Nullable FailureView failure) {

  /** One page of them. */
  public record Listing(List<RecapView> items, @Nullable String next) {}

  static RecapView of(Recap recap, Messages words) {
    var step = Step.of(recap.job());
    var request = recap.request();
    var rendering = request.rendering();
    var limit = recap.cutLimit();
    return new RecapView(
        recap.id().toString(),
        recap.movie().id().toString(),
        step.status(),
        step.stage() == null ? null : step.stage().label(),
        step.progress(),
        request.lengthSeconds(),
        request.style().label(),
        rendering.aspect().label(),
        rendering.moreAspects().stream().map(Rendering.Aspect::label).toList(),
        rendering.captions().label(),
        request.spoilers(),
        rendering.loudness().label(),
        rendering.lossless(),
        recap.isWatermarked(),
        request.locked(),
        request.excluded(),
        recap.picks(),
        recap.arePicksByHand(),
        outputs(recap),
        recap.renderedSeconds(),
        recap.loudnessLufs(),
        limit == null ? null : limit.label(),
        recap.createdAt().toString(),
        recap.job().failure().map(f -> FailureView.of(f, words)).orElse(null));
  }

  private static Map<String, String> outputs(Recap recap) {
    var urls = new LinkedHashMap<String, String>();
    for (var name : recap.outputs().keySet()) {
      urls.put(name, "/api/recaps/" + recap.id() + "/outputs/" + name);
    }
    return urls;
  }
}
