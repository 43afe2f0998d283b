package com.movierecap.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a host name is: a {@link TenantDomain} as it is read before a tenant is bound. PostgreSQL
 * shows proven names only, and to nobody who has a tenant already.
 */
@Entity
@Table(name = "tenant_domain")
public class DomainOwner {
  @Id private UUID id;

  @Column(name = "tenant_id", insertable = false, updatable = false)
  private UUID tenantId;

  @Column(insertable = false, updatable = false)
  private String domain;

  @Column(name = "verified_at", insertable = false, updatable = false)
  private @Nullable Instant verifiedAt;

  protected DomainOwner() {}
}
