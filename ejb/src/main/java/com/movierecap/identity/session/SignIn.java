package com.movierecap.identity.session;

import com.movierecap.access.Origin;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.Account;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in device: a family of refresh tokens, or a browser in the portal. Ends when the
 * person signs out or ends it from elsewhere, when its time is over, or at once when one of its
 * used tokens comes back, since then somebody else holds a copy.
 */
@Entity
@Table(name = "sign_in")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SignIn {
  /** By which door it came in. */
  public enum Kind {
    API,
    PORTAL
  }

  /** More often than this nobody needs to know when it was last seen. */
  private static final Duration GLANCE = Duration.ofMinutes(1);

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

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private @Nullable String device;
  private @Nullable String address;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Embedded private @Nullable Impersonation impersonation;

  @Version private int version;

  protected SignIn() {}

  /**
   * @param from where the request came from that began it
   * @param longest how long it may last
   */
  SignIn(SignInResult.SignedIn who, Kind kind, Origin from, Instant now, Duration longest) {
    this.id = Ids.next();
    this.account = who.account();
    this.factored = who.strong();
    this.impersonation = who.impersonation();
    this.createdAt = now;
    this.expiresAt = now.plus(impersonation == null ? longest : Impersonation.LONGEST);
    this.kind = kind;
    this.device = from.shownDevice();
    this.address = from.address();
    this.seenAt = now;
  }

  public UUID id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public Kind kind() {
    return kind;
  }

  /** What it calls itself ({@code User-Agent}), or null. */
  public @Nullable String device() {
    return device;
  }

  /** The IP address that it came from, or null. */
  public @Nullable String address() {
    return address;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last heard of, to the minute. */
  public Instant seenAt() {
    return seenAt;
  }

  boolean wasSeenLongAgo(Instant now) {
    return seenAt.plus(GLANCE).isBefore(now);
  }

  /** When it is over at the latest. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** By whom and why, where it is not the person who came in. */
  public Optional<Impersonation> impersonation() {
    return Optional.ofNullable(impersonation);
  }

  /** The request at hand as that of whoever came in. */
  Origin origin() {
    return impersonation == null ? account.origin() : impersonation.origin(account);
  }

  /**
   * What it may do now. An operator has shown a factor of their own.
   *
   * @param factor the account's
   */
  SessionAccess access(FactorStatus factor) {
    return impersonation == null ? SessionAccess.of(factor, factored) : SessionAccess.FULL;
  }

  void showedFactor() {
    factored = true;
  }

  /**
   * @param silence for how long nothing may be heard of it
   */
  boolean isAlive(Instant now, Duration silence) {
    return revokedAt == null
        && now.isBefore(expiresAt)
        && now.isBefore(seenAt.plus(silence))
        && account.mayCome();
  }
}
