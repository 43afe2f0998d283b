package com.movierecap.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a tenant may use, by what it subscribed to. Rows that come with the migrations. */
@Entity
public class Plan {
  @Id private String name;
  private int rank;

  @Column(name = "storage_bytes")
  private @Nullable Long storageBytes;

  @Column(name = "processing_seconds")
  private @Nullable Long processingSeconds;

  protected Plan() {}

  public String name() {
    return name;
  }

  /** How many bytes may lie in the store; empty where there is no limit. */
  public OptionalLong storageBytes() {
    return storageBytes == null ? OptionalLong.empty() : OptionalLong.of(storageBytes);
  }

  /** Seconds of processing in a calendar month, UTC; empty where there is no limit. */
  public OptionalLong processingSeconds() {
    return processingSeconds == null ? OptionalLong.empty() : OptionalLong.of(processingSeconds);
  }
}
