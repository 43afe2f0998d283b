package com.movierecap.tenancy.export;

import com.movierecap.audit.OpenTo;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.Role;
import com.movierecap.kernel.TenantContext;
import com.movierecap.storage.StoredObject;
import com.movierecap.storage.Wanted;
import com.movierecap.tenancy.TenantAdministration;
import com.movierecap.tenancy.TenantDirectory;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Any tenant's archives, for operators: each call names one tenant, is written into that tenant's
 * log, and works as that tenant and no other. Also clears away what has expired.
 */
@Startup
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@OpenTo(Role.OPERATE)
public class OperatorExports {
  private static final Logger LOG = Logger.getLogger(OperatorExports.class.getName());

  @Inject private TenantAdministration tenants;
  @Inject private TenantExports exports;
  @Inject private TenantDirectory directory;

  public TenantExport create(UUID tenant) {
    return TenantContext.as(tenants.get(tenant).id(), exports::create);
  }

  public List<TenantExport> list(UUID tenant) {
    return TenantContext.as(tenants.get(tenant).id(), exports::list);
  }

  /** As {@link #list}, for a page that looks again by itself: opening it stands in the log. */
  public List<TenantExport> look(UUID tenant) {
    return directory
        .find(tenant.toString())
        .map(found -> TenantContext.as(found.id(), exports::list))
        .orElseThrow(ProblemException::notFound);
  }

  public TenantExport get(UUID tenant, UUID id) {
    return TenantContext.as(tenants.get(tenant).id(), () -> exports.get(id));
  }

  public StoredObject open(UUID tenant, UUID id, Wanted wanted) {
    return TenantContext.as(tenants.get(tenant).id(), () -> exports.open(id, wanted));
  }

  public void delete(UUID tenant, UUID id) {
    TenantContext.run(tenants.get(tenant).id(), () -> exports.delete(id));
  }

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void clear() {
    for (var expired : tenants.expiredExports()) {
      try {
        TenantContext.run(expired.tenant(), () -> exports.delete(expired.export()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "export " + expired.export() + " could not be deleted yet", e);
      }
    }
  }
}
