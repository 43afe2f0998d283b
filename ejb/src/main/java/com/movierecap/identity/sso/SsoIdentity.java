package com.movierecap.identity.sso;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * Whom a provider means by a subject: the only two words of its that never change and are never
 * given to somebody else (OpenID Connect Core, 5.7).
 */
@Entity
@Table(name = "sso_identity")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SsoIdentity {
  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  private String issuer;
  private String subject;

  @Column(name = "created_at")
  private Instant createdAt;

  protected SsoIdentity() {}

  SsoIdentity(UUID accountId, String issuer, String subject, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.issuer = issuer;
    this.subject = subject;
    this.createdAt = now;
  }
}
