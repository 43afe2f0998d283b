package com.movierecap.identity;

import com.movierecap.kernel.TenantSessionListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * An account in waiting: whoever brings the token chooses a password and is in. Good for a week and
 * for one use.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Invitation {
  public static final Duration LIFE = Duration.ofDays(7);

  @Id private UUID id;
  private String email;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Version private int version;

  protected Invitation() {}

  String email() {
    return email;
  }

  Role role() {
    return role;
  }

  boolean isOpen(Instant now) {
    return acceptedAt == null && now.isBefore(expiresAt);
  }

  void accept(Instant now) {
    acceptedAt = now;
  }
}
