package com.movierecap.identity.session;

import com.movierecap.identity.Account;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.TenantSessionListener;
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
 * One signed-in device: a family of refresh tokens. Ends when the person signs out, after 60 days,
 * or at once when one of its used tokens comes back, since then somebody else holds a copy.
 */
@Entity
@Table(name = "sign_in")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SignIn {
  private static final Duration LONGEST = Duration.ofDays(60);

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  private boolean factored;

  @Version private int version;

  protected SignIn() {}

  SignIn(Account account, boolean factored, Instant now) {
    this.id = Ids.next();
    this.account = account;
    this.factored = factored;
    this.createdAt = now;
    this.expiresAt = now.plus(LONGEST);
  }

  public UUID id() {
    return id;
  }

  public Account account() {
    return account;
  }

  /** Whether a second factor was shown. */
  boolean factored() {
    return factored;
  }

  void showedFactor() {
    factored = true;
  }

  boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt) && account.mayCome();
  }

  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }
}
