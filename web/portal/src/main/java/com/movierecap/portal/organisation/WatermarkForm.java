package com.movierecap.portal.organisation;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Watermark.Corner;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Permissions;
import com.movierecap.recap.TenantWatermark;
import com.movierecap.recap.TenantWatermarks;
import com.movierecap.recap.WatermarkChange;
import com.movierecap.recap.WatermarkIntake;
import com.movierecap.recap.WatermarkPicture;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The picture that an organisation has laid over its recaps: choose, place, take away. */
@Named("watermark")
@RequestScoped
public class WatermarkForm {
  private static final String FIELD = "watermark:picture";
  private static final int WHOLE_PERCENT = 100;

  @Inject private TenantWatermarks watermarks;
  @Inject private WatermarkIntake intake;
  @Inject private Permissions may;
  @Inject private Notices notices;

  private @Nullable Optional<TenantWatermark> kept;
  private @Nullable Part picture;
  private @Nullable String corner;
  private @Nullable Integer percent;

  /** Null where there is none. */
  public @Nullable TenantWatermark getKept() {
    var known = kept;
    if (known == null) {
      known = watermarks.find();
      kept = known;
    }
    return known.orElse(null);
  }

  public void save() throws IOException {
    change(
        () -> {
          var opacity = percent == null ? null : percent / (double) WHOLE_PERCENT;
          intake.take(WatermarkChange.of(chosen(), corner, opacity), null);
          notices.done("watermark.saved");
        });
  }

  public void remove() throws IOException {
    change(
        () -> {
          watermarks.remove(null);
          notices.done("watermark.removed");
        });
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  private void change(Change change) throws IOException {
    may.mustAdminister();
    try {
      change.make();
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/organisation.xhtml");
    } catch (ProblemException e) {
      var aboutPicture =
          e.type() == ProblemType.WATERMARK_UNREADABLE
              || e.type() == ProblemType.WATERMARK_SIZE
              || e.type() == ProblemType.TOO_LARGE;
      notices.problem(e, aboutPicture ? FIELD : null);
    }
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
