package com.movierecap.portal.organisation;

import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Watermark.Corner;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.recap.TenantWatermark;
import com.movierecap.recap.TenantWatermarks;
import com.movierecap.recap.WatermarkChange;
import com.movierecap.recap.WatermarkIntake;
import com.movierecap.recap.WatermarkPicture;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The picture that an organisation has laid over its recaps: choose, place, take away. */
@Named("watermark")
@RequestScoped
public class WatermarkForm {
  private static final String FIELD = "watermark:picture";
  private static final int WHOLE_PERCENT = 100;
  private static final Set<ProblemType> OF_THE_PICTURE =
      EnumSet.of(
          ProblemType.WATERMARK_UNREADABLE, ProblemType.WATERMARK_SIZE, ProblemType.TOO_LARGE);
  private static final Next PAGE = Next.page("/organisation.xhtml");

  @Inject private TenantWatermarks watermarks;
  @Inject private WatermarkIntake intake;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private final Once<Optional<TenantWatermark>> kept = new Once<>(() -> watermarks.find());
  private @Nullable Part picture;
  private @Nullable String corner;
  private @Nullable Integer percent;

  /** Null where there is none. */
  public @Nullable TenantWatermark getKept() {
    return kept.get().orElse(null);
  }

  public void save() throws IOException {
    change(
        () -> {
          var opacity = percent == null ? null : percent / (double) WHOLE_PERCENT;
          intake.take(WatermarkChange.of(chosen(), corner, opacity), null);
          return PAGE.saying("watermark.saved");
        });
  }

  public void remove() throws IOException {
    change(
        () -> {
          watermarks.remove(null);
          return PAGE.saying("watermark.removed");
        });
  }

  private void change(Steps.Step change) throws IOException {
    may.mustAdminister();
    steps.take(change, steps.at(problem -> OF_THE_PICTURE.contains(problem.type()) ? FIELD : null));
  }

  /** Null where nothing was chosen: the picture stays. */
  private @Nullable WatermarkPicture chosen() throws IOException {
    var file = picture;
    if (file == null
        || file.getSubmittedFileName() == null
        || file.getSubmittedFileName().isEmpty()) {
      return null;
    }
    try (var content = file.getInputStream()) {
      return WatermarkPicture.read(content);
    }
  }

  public Corner[] getCorners() {
    return Corner.values();
  }

  public @Nullable Part getPicture() {
    return picture;
  }

  public void setPicture(@Nullable Part picture) {
    this.picture = picture;
  }

  public String getCorner() {
    var mark = getKept();
    return corner != null ? corner : (mark == null ? Corner.BOTTOM_RIGHT : mark.corner()).label();
  }

  public void setCorner(@Nullable String corner) {
    this.corner = corner;
  }

  public Integer getPercent() {
    var mark = getKept();
    return percent != null
        ? percent
        : Integer.valueOf(
            mark == null ? WHOLE_PERCENT : (int) Math.round(mark.opacity() * WHOLE_PERCENT));
  }

  public void setPercent(@Nullable Integer percent) {
    this.percent = percent;
  }
}
