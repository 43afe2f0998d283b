package com.movierecap.portal.usage;

import com.movierecap.portal.language.Formats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A quantity beside what the plan allows: {@code 1.4 GB of 10 GB}, {@code 0.2 h of 10 h}. */
@RequestScoped
public class UsageWords {
  private static final double HOUR = 3600;

  @Inject private Text text;

  @Inject
  @Named("formats")
  private Formats formats;

  /**
   * @param limit in bytes, or null where there is none
   */
  public String storage(BigDecimal bytes, @Nullable Long limit) {
    return of(formats.size(bytes.longValue()), limit == null ? null : formats.size(limit));
  }

  /**
   * @param limit in seconds, or null where there is none
   */
  public String processing(BigDecimal seconds, @Nullable Long limit) {
    return of(hours(seconds.doubleValue()), limit == null ? null : hours(limit));
  }

  private String of(String used, @Nullable String limit) {
    return limit == null ? used : text.format("console.usage.of", used, limit);
  }

  private String hours(double seconds) {
    return text.format(
        "console.usage.hours", formats.number(Math.round(seconds / HOUR * 100) / 100.0));
  }
}
