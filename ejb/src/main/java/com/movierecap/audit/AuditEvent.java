package com.movierecap.audit;

import com.movierecap.access.Origin;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tenant's log. Written once; its number and hashes are PostgreSQL's own doing, so
 * that nobody here can get them wrong.
 */
@Entity
@Table(name = "audit_event")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class AuditEvent {
  @Id private UUID id;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "actor_tenant_id")
  private @Nullable UUID actorTenantId;

  private String actor;
  private String action;
  private String subject;
  private String outcome;
  private @Nullable String address;
  private @Nullable String request;
  private @Nullable String before;
  private @Nullable String after;

  protected AuditEvent() {}

  AuditEvent(
      Origin origin,
      AuditAction action,
      String subject,
      String outcome,
      @Nullable String before,
      @Nullable String after,
      Instant now) {
    this.id = Ids.next();
    this.occurredAt = now.truncatedTo(ChronoUnit.MICROS);
    this.actorId = origin.account();
    this.actorTenantId = origin.tenant();
    this.actor = origin.actor();
    this.action = action.name();
    this.subject = subject;
    this.outcome = outcome;
    this.address = origin.address();
    this.request = origin.request();
    this.before = before;
    this.after = after;
  }

  AuditEntry entry(UUID tenant) {
    return new AuditEntry(
        id,
        tenant,
        occurredAt,
        actorId,
        actorTenantId,
        actor,
        AuditAction.valueOf(action),
        subject,
        outcome.equals(AuditEntry.DONE),
        address,
        request,
        before,
        after);
  }
}
