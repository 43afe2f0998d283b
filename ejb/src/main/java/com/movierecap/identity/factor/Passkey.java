package com.movierecap.identity.factor;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A key pair of a person's (WebAuthn), of which we keep the public half. The private one never
 * leaves their device or password manager, which asks for a finger, a face or a PIN: so it lets its
 * owner in by itself, and stands for a second factor too. Its use is noted by a single statement,
 * since two may come in with it at once.
 */
@Entity
@Table(name = "passkey")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Passkey {
  private static final int MAX_NAME_LENGTH = 100;

  /**
   * What an authenticator says of a key that it has made.
   *
   * @param id by which it finds the key again, at most 1,023 bytes
   * @param attested attested credential data (WebAuthn Level 3, 6.5.1), with the public key in it
   * @param synced whether several devices of its owner can have it
   * @param uses how often it was used, as far as it counts itself; 0 where it does not
   */
  public record Credential(byte[] id, byte[] attested, boolean synced, long uses) {}

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  private String name;
  private String host;

  @Column(name = "credential_id")
  private byte[] credentialId;

  private byte[] credential;
  private boolean synced;
  private long uses;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected Passkey() {}

  /**
   * @throws ProblemException where the name is none
   */
  Passkey(UUID accountId, String name, String host, Credential credential, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.name = Line.of(name, "name", MAX_NAME_LENGTH);
    this.host = host;
    this.credentialId = credential.id();
    this.credential = credential.attested();
    this.synced = credential.synced();
    this.uses = credential.uses();
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  UUID accountId() {
    return accountId;
  }

  /** What its owner calls it. */
  public String name() {
    return name;
  }

  /** The host name at which it opens, and nowhere else. */
  public String host() {
    return host;
  }

  byte[] credentialId() {
    return credentialId;
  }

  Credential credential() {
    return new Credential(credentialId, credential, synced, uses);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null where it was never used since it was made. */
  public @Nullable Instant usedAt() {
    return usedAt;
  }
}
