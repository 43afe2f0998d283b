package com.movierecap.identity.factor;

import com.movierecap.access.Origin;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which a person has shown their second factor and said that it is theirs: for thirty
 * days it need not be shown there again. The password always is. Forgotten as soon as its owner
 * says so, changes their password or their factors, or ends all sessions.
 */
@Entity
@Table(name = "remembered_device")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class RememberedDevice {
  /** How long it is remembered. */
  public static final Duration LIFE = Duration.ofDays(30);

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "token_hash")
  private String tokenHash;

  private @Nullable String device;
  private @Nullable String address;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected RememberedDevice() {}

  RememberedDevice(UUID accountId, String token, Origin from, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.tokenHash = OpaqueToken.hash(token);
    this.device = from.shownDevice();
    this.address = from.address();
    this.createdAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  public UUID id() {
    return id;
  }

  /** What it called itself ({@code User-Agent}), or null. */
  public @Nullable String device() {
    return device;
  }

  /** The IP address that it came from then, or null. */
  public @Nullable String address() {
    return address;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
