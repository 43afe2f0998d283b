package com.movierecap.identity.sso;

import com.movierecap.access.TenantSessionListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A name that the tenant may have proven in DNS. Tenancy writes these rows; it knows identity, so
 * identity reads them by itself.
 */
@Entity
@Table(name = "tenant_domain")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class ProvenDomain {
  @Id private UUID id;
  private String domain;

  @Column(name = "verified_at")
  private @Nullable Instant verifiedAt;

  protected ProvenDomain() {}
}
