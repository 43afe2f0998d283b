package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.jobs.RecurringJob;
import com.movierecap.redis.RedisCache;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Leaves nothing of a tenant whose time of grace is over: objects first, then rows, since a row
 * that is still there brings us back after a crash; then objects once more, for what a worker may
 * have put there meanwhile.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class TenantPurge implements RecurringJob {
  private static final Logger LOG = Logger.getLogger(TenantPurge.class.getName());

  @Inject private TenantEraser rows;
  @Inject private S3ObjectStore store;
  @Inject private RedisCache redis;

  @Override
  public String name() {
    return "tenant-purge";
  }

  @Override
  public String schedule() {
    return "FIXED_DELAY|10s";
  }

  @Override
  public void run() {
    for (var tenant : rows.listDue()) {
      try {
        purge(tenant);
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "tenant " + tenant.id() + " could not be purged yet", e);
      }
    }
  }

  private void purge(Tenant tenant) {
    var id = tenant.id();
    store.deleteFolder(ObjectKey.everythingOf(id));
    rows.erase(id);
    redis.purge(id, TenantDirectory.key(id.toString()), TenantDirectory.key(tenant.slug()));
    store.deleteFolder(ObjectKey.everythingOf(id));
  }
}
