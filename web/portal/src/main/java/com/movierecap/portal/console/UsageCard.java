package com.movierecap.portal.console;

import com.movierecap.portal.usage.UsageWords;
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
  @Inject private OperatorUsage usage;
  @Inject private TenantPage tenant;
  @Inject private UsageWords words;

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
    return words.storage(getUsage().storageBytes(), getUsage().limits().storageBytes());
  }

  public String getProcessing() {
    return words.processing(
        getUsage().processingSeconds(), getUsage().limits().processingSeconds());
  }
}
