package com.movierecap.portal.console;

import com.movierecap.portal.page.Once;
import com.movierecap.portal.usage.UsageWords;
import com.movierecap.usage.OperatorUsage;
import com.movierecap.usage.TenantUsage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the customer on the page has used this month, beside what its plan allows. */
@Named("usageCard")
@RequestScoped
public class UsageCard {
  @Inject private OperatorUsage usage;
  @Inject private TenantPage tenant;
  @Inject private UsageWords words;

  private final Once<TenantUsage> read = new Once<>(() -> usage.read(tenant.uuid(), null, null));

  public TenantUsage getUsage() {
    return read.get();
  }

  public String getStorage() {
    return words.storage(getUsage().storageBytes(), getUsage().limits().storageBytes());
  }

  public String getProcessing() {
    return words.processing(
        getUsage().processingSeconds(), getUsage().limits().processingSeconds());
  }
}
