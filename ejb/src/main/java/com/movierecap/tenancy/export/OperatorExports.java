package com.movierecap.tenancy.export;

import com.movierecap.audit.OpenTo;
import com.movierecap.kernel.Role;
import com.movierecap.kernel.TenantContext;
import com.movierecap.storage.ObjectKey;
import com.movierecap.tenancy.TenantAdministration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Any tenant's archives, for operators: each call names one tenant, is written into that tenant's
 * log, and works as that tenant and no other.
 */
@ApplicationScoped
@OpenTo(Role.OPERATE)
public class OperatorExports {
  @Inject private TenantAdministration tenants;
  @Inject private TenantExports exports;

  public TenantExport create(UUID tenant) {
    return TenantContext.as(tenants.get(tenant).id(), exports::create);
  }

  public List<TenantExport> list(UUID tenant) {
    return TenantContext.as(tenants.get(tenant).id(), exports::list);
  }

  public TenantExport get(UUID tenant, UUID id) {
    return TenantContext.as(tenants.get(tenant).id(), () -> exports.get(id));
  }

  /** As {@link TenantExports#archive}. */
  public ObjectKey archive(UUID tenant, UUID id) {
    return TenantContext.as(tenants.get(tenant).id(), () -> exports.archive(id));
  }

  public void delete(UUID tenant, UUID id) {
    TenantContext.run(tenants.get(tenant).id(), () -> exports.delete(id));
  }
}
