package com.movierecap.tenancy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.UUID;

/** What every request has to know of its tenant. */
public record TenantRef(UUID id, String slug, String displayName, Tenant.Status status) {
  static TenantRef of(Tenant tenant) {
    return new TenantRef(tenant.id(), tenant.slug(), tenant.displayName(), tenant.status());
  }

  /**
   * @throws ProblemException where the tenant may not work now
   */
  TenantRef mustWork() {
    return switch (status) {
      case ACTIVE -> this;
      case SUSPENDED -> throw new ProblemException(ProblemType.TENANT_SUSPENDED);
      case DELETED -> throw new ProblemException(ProblemType.TENANT_DELETED);
    };
  }
}
