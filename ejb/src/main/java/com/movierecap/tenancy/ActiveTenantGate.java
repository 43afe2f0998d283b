package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets no processing begin for a tenant that is suspended or deleted; it goes on when the tenant
 * does. What has begun already comes to its end. Archives are made nevertheless: operators take a
 * closed tenant's data away.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class ActiveTenantGate implements JobGate {
  @Inject private TenantService tenants;

  @Override
  public boolean isOpenTo(Job job) {
    return !job.kind().isProcessing()
        || tenants.get(CallContext.requiredTenant()).status() == Tenant.Status.ACTIVE;
  }
}
