package com.movierecap.tenancy;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Lets no processing begin for a tenant that is suspended or deleted; it goes on when the tenant
 * does. What has begun already comes to its end. Archives are made nevertheless: operators take a
 * closed tenant's data away.
 */
@ApplicationScoped
public class WorkPermit {
  @Inject private TenantService tenants;

  void starting(@Observes JobStart start) {
    var tenant = tenants.get(CallContext.requiredTenant());
    if (start.job().kind().isProcessing() && tenant.status() != Tenant.Status.ACTIVE) {
      start.hold();
    }
  }
}
