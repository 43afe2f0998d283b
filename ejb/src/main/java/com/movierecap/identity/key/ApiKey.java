package com.movierecap.identity.key;

import com.movierecap.access.CallContext;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.Account;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A key of an account's. Good from its making until it expires or is revoked, and while its owner
 * may come. Rotated, it gets a successor and a little time in which both are good.
 */
@Entity
@Table(name = "api_key")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class ApiKey {
  /** More often than this nobody needs to know when it was last used. */
  private static final Duration GLANCE = Duration.ofMinutes(1);

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  private String name;
  private String prefix;

  @Column(name = "key_hash")
  private String keyHash;

  @Convert(converter = ScopesConverter.class)
  private Set<Scope> scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "replaced_by")
  private @Nullable UUID replacedBy;

  protected ApiKey() {}

  ApiKey(Account account, ApiKeyRequest wish, ApiKeyToken text, Instant now) {
    this.id = Ids.next();
    this.account = account;
    this.name = wish.name();
    this.prefix = text.prefix();
    this.keyHash = text.hash();
    this.scopes = wish.scopes();
    this.createdAt = now;
    this.expiresAt = now.plus(wish.life());
  }

  public UUID id() {
    return id;
  }

  Account account() {
    return account;
  }

  /** What it is for. */
  public String name() {
    return name;
  }

  /** What it begins with: enough to know it by, and nothing of the secret. */
  public String prefix() {
    return prefix;
  }

  public Set<Scope> scopes() {
    return scopes;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** When it was last used, to the minute. */
  public Optional<Instant> usedAt() {
    return Optional.ofNullable(usedAt);
  }

  /** The id of the key that was made in its place. */
  public Optional<UUID> replacedBy() {
    return Optional.ofNullable(replacedBy);
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  /** Whether it was neither revoked nor has it expired. */
  public boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  boolean wasUsedLongAgo(Instant now) {
    return usedAt == null || usedAt.plus(GLANCE).isBefore(now);
  }

  /** Good until then at the longest, beside the key in its place. */
  void giveWayTo(ApiKey successor, Instant end) {
    replacedBy = successor.id;
    expiresAt = end.isBefore(expiresAt) ? end : expiresAt;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  /** Whoever sends it, as long as that is worth something. */
  Optional<ApiKeyPrincipal> holder(Instant now) {
    var groups = Scope.groups(scopes, account.role());
    return isAlive(now) && account.mayCome() && !groups.isEmpty()
        ? Optional.of(
            new ApiKeyPrincipal(
                CallContext.requiredTenant(), account.id(), account.called(), prefix, groups))
        : Optional.empty();
  }
}
