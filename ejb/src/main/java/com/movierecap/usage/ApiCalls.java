package com.movierecap.usage;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.kernel.Ids;
import com.movierecap.redis.RedisCounter;
import com.movierecap.redis.RedisKey;
import com.movierecap.tenancy.TenantService;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts requests. A row for every request would cost more than the request: they are counted in
 * Redis, and every few seconds a tenant's count becomes one usage record. No count is lost with a
 * node that is killed, nor booked twice, since each parcel of them is a record of the same id. Only
 * while Redis is away does a node keep its counts to itself.
 */
@Startup
@Singleton
@jakarta.ejb.Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@AllowedTo(AllowedTo.EVERYBODY)
public class ApiCalls {
  private static final Logger LOG = Logger.getLogger(ApiCalls.class.getName());

  @Inject private UsageService usage;
  @Inject private TenantMetrics metrics;
  @Inject private TenantService tenants;
  @Inject private RedisCounter counter;

  /** Whose requests came here since they were last booked. */
  private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

  /** What Redis could not be told of yet. */
  private final Map<UUID, Long> untold = new ConcurrentHashMap<>();

  /**
   * The two timers do not take the same parcel; those of two nodes may, and one of them is late.
   */
  private final Lock booking = new ReentrantLock();

  public void count(UUID tenant) {
    try {
      CallContext.in(tenant).writing().run(() -> tell(tenant, 1));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "calls could not be counted yet: {0}", e.getMessage());
    }
    seen.add(tenant);
    metrics.called(tenant);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void book() {
    seen.forEach(this::book);
  }

  /** What other nodes counted before they died. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  void bookForOthers() {
    tenants.ids().forEach(this::book);
  }

  @PreDestroy
  void bookLast() {
    book();
  }

  private void book(UUID tenant) {
    booking.lock();
    seen.remove(tenant);
    try {
      CallContext.in(tenant).writing().run(() -> bookParcels(tenant));
    } catch (RuntimeException e) {
      if (tenants.ids().contains(tenant)) {
        // the next time, then; a tenant that is not there was purged with all its records
        seen.add(tenant);
        LOG.log(Level.WARNING, "calls of tenant " + tenant + " could not be recorded", e);
      }
    } finally {
      booking.unlock();
    }
  }

  private void bookParcels(UUID tenant) {
    tell(tenant, 0);
    for (var parcel = counter.take(key(), Ids.next());
        parcel.isPresent();
        parcel = counter.take(key(), Ids.next())) {
      usage.called(parcel.get().id(), parcel.get().count());
      counter.sign(key(), parcel.get());
    }
  }

  private void tell(UUID tenant, long more) {
    long calls = Objects.requireNonNullElse(untold.remove(tenant), 0L) + more;
    if (calls > 0) {
      try {
        counter.add(key(), calls);
      } catch (RuntimeException e) {
        untold.merge(tenant, calls, Long::sum);
        throw e;
      }
    }
  }

  private static RedisKey key() {
    return RedisKey.ofTenant("api-calls");
  }
}
