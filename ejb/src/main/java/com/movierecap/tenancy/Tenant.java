package com.movierecap.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/**
 * A customer: studio, broadcaster, streaming service, creator. Active from its making; a suspended
 * one keeps everything but can do nothing; a deleted one is as good as gone. The service only reads
 * tenants: they are made by the operator.
 */
@Entity
public class Tenant {
  public enum Status {
    ACTIVE,
    SUSPENDED,
    DELETED
  }

  /** Operators of the platform are accounts of this reserved tenant. */
  public static final String PLATFORM = "platform";

  @Id private UUID id;
  private String slug;

  @Column(name = "display_name")
  private String displayName;

  @Enumerated(EnumType.STRING)
  private Status status;

  protected Tenant() {}

  public UUID id() {
    return id;
  }

  /** The name in host names, headers and paths. */
  public String slug() {
    return slug;
  }

  public String displayName() {
    return displayName;
  }

  boolean isDeleted() {
    return status == Status.DELETED;
  }

  boolean isSuspended() {
    return status == Status.SUSPENDED;
  }
}
