package com.movierecap.portal.console;

import com.movierecap.portal.language.Formats;
import com.movierecap.portal.language.Text;
import com.movierecap.usage.OperatorUsage;
import com.movierecap.usage.TenantUsage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What the customer on the page has used this month, beside what its plan allows. */
@Named("usageCard")
@RequestScoped
public class UsageCard {
  private static final double HOUR = 3600;

  @Inject private OperatorUsage usage;
  @Inject private TenantPage tenant;
  @Inject private Text text;

  @Inject
  @Named("formats")
  private Formats formats;

  private @Nullable TenantUsage read;

  public TenantUsage getUsage() {
    var known = read;
    if (known == null) {
      known = usage.read(tenant.uuid(), null, null);
      read = known;
    }
    return known;
  }

  public String getStorage() {
    var used = formats.size(getUsage().storageBytes().longValue());
    var limit = getUsage().limits().storageBytes();
    return limit == null ? used : text.format("console.usage.of", used, formats.size(limit));
  }

  public String getProcessing() {
    var used = hours(getUsage().processingSeconds().doubleValue());
    var limit = getUsage().limits().processingSeconds();
    return limit == null ? used : text.format("console.usage.of", used, hours(limit));
  }

  private String hours(double seconds) {
    return text.format(
        "console.usage.hours", formats.number(Math.round(seconds / HOUR * 100) / 100.0));
  }
}
