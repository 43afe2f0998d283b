package com.movierecap.identity.account;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.Account;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** A way to an account by somebody's mailbox: good for a while, and gone with its first use. */
@Entity
@Table(name = "account_link")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class AccountLink {
  /** What a link is good for. */
  public enum Purpose {
    /** To choose a new password. */
    PASSWORD(Duration.ofMinutes(30)),
    /** To show that an address is one's own. */
    ADDRESS(Duration.ofDays(1));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private @Nullable String email;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected AccountLink() {}

  AccountLink(Account account, Purpose purpose, @Nullable String email, String token, Instant now) {
    this.id = Ids.next();
    this.accountId = account.id();
    this.purpose = purpose;
    this.email = email;
    this.tokenHash = OpaqueToken.hash(token);
    this.createdAt = now;
    this.expiresAt = now.plus(purpose.life);
  }

  UUID accountId() {
    return accountId;
  }

  /** The address that the account is to have; null for a link of another purpose. */
  @Nullable String email() {
    return email;
  }

  boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }
}
