package com.movierecap.usage;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
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
import org.jspecify.annotations.Nullable;

/** A quantity that was used. Never changed, never deleted; at most one for each job and meter. */
@Entity
@Table(name = "usage_record")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class UsageRecord {
  @Id private UUID id;

  @Column(name = "subject_id")
  private @Nullable UUID subjectId;

  @Column(name = "job_id")
  private @Nullable UUID jobId;

  @Enumerated(EnumType.STRING)
  private Meter meter;

  private BigDecimal quantity;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  protected UsageRecord() {}

  /**
   * @param subjectId the movie or recap it was for, or null
   * @param jobId the job that used it, or null
   */
  UsageRecord(
      @Nullable UUID subjectId,
      @Nullable UUID jobId,
      Meter meter,
      BigDecimal quantity,
      Instant now) {
    this(Ids.next(), subjectId, jobId, meter, quantity, now);
  }

  private UsageRecord(
      UUID id,
      @Nullable UUID subjectId,
      @Nullable UUID jobId,
      Meter meter,
      BigDecimal quantity,
      Instant now) {
    this.id = id;
    this.subjectId = subjectId;
    this.jobId = jobId;
    this.meter = meter;
    this.quantity = quantity;
    this.occurredAt = now;
  }

  static UsageRecord ofCalls(UUID id, long calls, Instant now) {
    return new UsageRecord(id, null, null, Meter.API_CALLS, BigDecimal.valueOf(calls), now);
  }

  public Meter meter() {
    return meter;
  }

  public BigDecimal quantity() {
    return quantity;
  }
}
