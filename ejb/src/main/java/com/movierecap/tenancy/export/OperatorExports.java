package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.storage.ObjectKey;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Any tenant's archives, for operators: each call names one tenant, is written into that tenant's
 * log, and works as that tenant and no other.
 */
@ApplicationScoped
@AllowedTo(Role.OPERATE)
public class OperatorExports {
  @Inject private Tenants tenants;
  @Inject private TenantExports exports;
  @Inject private TenantDirectory directory;

  public TenantExport create(UUID tenant) {
    return CallContext.in(tenants.get(tenant).id()).get(exports::create);
  }

  public List<TenantExport> list(UUID tenant) {
    return CallContext.in(tenants.get(tenant).id()).get(exports::list);
  }

  /** As {@link #list}, for a page that looks again by itself: opening it stands in the log. */
  public List<TenantExport> look(UUID tenant) {
    return directory
        .find(tenant.toString())
        .map(found -> CallContext.in(found.id()).get(exports::list))
        .orElseThrow(ProblemException::notFound);
  }

  public TenantExport get(UUID tenant, UUID id) {
    return CallContext.in(tenants.get(tenant).id()).get(() -> exports.get(id));
  }

  /** As {@link TenantExports#archive}. */
  public ObjectKey archive(UUID tenant, UUID id) {
    return CallContext.in(tenants.get(tenant).id()).get(() -> exports.archive(id));
  }

  public void delete(UUID tenant, UUID id) {
    CallContext.in(tenants.get(tenant).id()).writing().run(() -> exports.delete(id));
  }
}
