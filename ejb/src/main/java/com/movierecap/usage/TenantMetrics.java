package com.movierecap.usage;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobEvent;
import com.movierecap.tenancy.TenantService;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What this node does for whom, for those who watch the service: {@code recap_api_calls_total} and
 * {@code recap_job_duration_seconds}, each with the tenant's id as a tag. For looking at, not for
 * billing: usage records are the truth. A tenant that is gone leaves none.
 */
@Startup
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@AllowedTo(AllowedTo.OWN_WORK)
public class TenantMetrics {
  private static final String TENANT = "tenant";
  private static final String API_CALLS = "recap_api_calls";
  private static final String JOB_DURATION = "recap_job_duration";

  @Inject private MetricRegistry registry;
  @Inject private TenantService tenants;

  public void called(UUID tenant) {
    registry.counter(API_CALLS, tag(tenant.toString())).inc();
  }

  public void jobEnded(@Observes JobEvent.Changed changed) {
    var job = changed.job();
    if (job.status().isFinal()) {
      registry
          .timer(
              JOB_DURATION,
              tag(CallContext.requiredTenant().toString()),
              new Tag("kind", job.kind().name().toLowerCase(Locale.ROOT)),
              new Tag("status", job.status().name().toLowerCase(Locale.ROOT)))
          .update(job.duration());
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void forget() {
    var there = tenants.ids();
    registry.removeMatching((id, metric) -> isOfSomebodyGone(id, there));
  }

  private static boolean isOfSomebodyGone(MetricID id, Set<UUID> there) {
    var tenant = id.getTags().get(TENANT);
    return tenant != null && !there.contains(UUID.fromString(tenant));
  }

  private static Tag tag(String tenant) {
    return new Tag(TENANT, tenant);
  }
}
