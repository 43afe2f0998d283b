package com.movierecap.usage;

import com.movierecap.kernel.Ids;
import com.movierecap.tenancy.TenantSessionListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A quantity that was used. Never changed, never deleted; at most one for each job and meter. */
@Entity
@Table(name = "usage_record")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class UsageRecord {
  @Id private UUID id;

  @Column(name = "job_id")
  private UUID jobId;

  @Enumerated(EnumType.STRING)
  private Meter meter;

  private BigDecimal quantity;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  protected UsageRecord() {}

  UsageRecord(UUID jobId, Meter meter, BigDecimal quantity, Instant now) {
    this.id = Ids.next();
    this.jobId = jobId;
    this.meter = meter;
    this.quantity = quantity;
    this.occurredAt = now;
  }

  public UUID jobId() {
    return jobId;
  }

  public Meter meter() {
    return meter;
  }

  public BigDecimal quantity() {
    return quantity;
  }
}
