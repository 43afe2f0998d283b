package com.movierecap.usage;

import com.movierecap.kernel.TenantContext;
import com.movierecap.tenancy.TenantService;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts requests and writes one usage record a tenant every few seconds, since a row for every
 * request would cost more than the request. A node that is killed loses what it counted since then.
 */
@Startup
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiCalls {
  private static final Logger LOG = Logger.getLogger(ApiCalls.class.getName());

  @Inject private UsageService usage;
  @Inject private TenantMetrics metrics;
  @Inject private TenantService tenants;
  private final Map<UUID, AtomicLong> counts = new ConcurrentHashMap<>();

  public void count(UUID tenant) {
    counts.computeIfAbsent(tenant, t -> new AtomicLong()).incrementAndGet();
    metrics.called(tenant);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void write() {
    counts.forEach(this::write);
  }

  @PreDestroy
  void writeLast() {
    write();
  }

  private void write(UUID tenant, AtomicLong count) {
    long calls = count.getAndSet(0);
    if (calls == 0) {
      return;
    }
    try {
      TenantContext.run(tenant, () -> usage.called(calls));
    } catch (RuntimeException e) {
      if (!tenants.ids().contains(tenant)) {
        // purged meanwhile, with all its records
        counts.remove(tenant);
        return;
      }
      // the next time, then
      count.addAndGet(calls);
      LOG.log(Level.WARNING, "calls of tenant " + tenant + " could not be recorded", e);
    }
  }
}
