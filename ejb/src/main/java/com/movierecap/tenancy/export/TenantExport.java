package com.movierecap.tenancy.export;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.jobs.Job;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * An archive of all that a tenant has. Made by its job; once it is there it is kept for a week,
 * since a copy of everything should not lie about.
 */
@Entity
@Table(name = "tenant_export")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class TenantExport {
  private static final Duration LIFE = Duration.ofDays(7);

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "job_id")
  private Job job;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "archive_bytes")
  private @Nullable Long archiveBytes;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Version private int version;

  protected TenantExport() {}

  TenantExport(UUID id, Job job, String requestedBy, Instant now) {
    this.id = id;
    this.job = job;
    this.requestedBy = requestedBy;
    this.createdAt = now;
  }

  static UUID newId() {
    return Ids.next();
  }

  public UUID id() {
    return id;
  }

  public Job job() {
    return job;
  }

  /** What whoever asked for it is called. */
  public String requestedBy() {
    return requestedBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** The archive's size; null until it is there. */
  public @Nullable Long archiveBytes() {
    return archiveBytes;
  }

  /** When the archive goes; null until it is there. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  void made(long bytes, Instant now) {
    archiveBytes = bytes;
    expiresAt = now.plus(LIFE);
  }
}
