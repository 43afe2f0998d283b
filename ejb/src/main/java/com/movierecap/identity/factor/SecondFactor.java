package com.movierecap.identity.factor;

import com.movierecap.access.CallContext;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.Account;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A program of an account's owner that makes codes. Begun when its secret is shown, and good for
 * nothing until a code of it comes back within a quarter of an hour; from then on no sign-in goes
 * without it. Changed by single statements only, since each code may let one in and no second.
 */
@Entity
@Table(name = "second_factor")
@NamedQuery(
    name = SecondFactor.CONFIRMED,
    query =
        "select f from SecondFactor f where f.accountId = :account and f.confirmedAt is not null")
@NamedQuery(
    name = SecondFactor.BEGUN,
    query = "select f from SecondFactor f where f.accountId = :account and f.confirmedAt is null")
@NamedQuery(
    name = SecondFactor.FORGET_CONFIRMED,
    query = "delete from SecondFactor f where f.accountId = :account and f.confirmedAt is not null")
@NamedQuery(
    name = SecondFactor.FORGET_BEGUN,
    query = "delete from SecondFactor f where f.accountId = :account and f.confirmedAt is null")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SecondFactor {
  static final String CONFIRMED = "SecondFactor.confirmed";
  static final String BEGUN = "SecondFactor.begun";
  static final String FORGET_CONFIRMED = "SecondFactor.forgetConfirmed";
  static final String FORGET_BEGUN = "SecondFactor.forgetBegun";

  private static final Duration OPEN = Duration.ofMinutes(15);
  private static final String ISSUER = "Movie Recap";

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  private byte[] secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

  protected SecondFactor() {}

  SecondFactor(UUID accountId, SecretCipher seal, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.secret = seal.close(Totp.nextSecret(), place());
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  @Nullable Instant confirmedAt() {
    return confirmedAt;
  }

  boolean isOpen(Instant now) {
    return confirmedAt == null && now.isBefore(createdAt.plus(OPEN));
  }

  /** What its owner hands to the program. */
  Enrolment enrolment(Account owner, SecretCipher seal) {
    var text = Base32.toBase32String(seal.open(secret, place()));
    return new Enrolment(text, Totp.uri(text, ISSUER, owner.email()));
  }

  /** The step whose code was typed; empty where it lets nobody in. */
  OptionalLong step(String typed, SecretCipher seal, Instant now) {
    return Totp.step(seal.open(secret, place()), typed, lastStep, now);
  }

  /** A secret that is copied into another tenant's or person's row opens nothing there. */
  private String place() {
    return CallContext.requiredTenant() + "/" + accountId;
  }
}
