package com.movierecap.identity;

import com.movierecap.access.Role;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
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

  private String language;

  protected Invitation() {}

  /**
   * @param email in lower case
   * @throws ProblemException where the role is none that a tenant gives
   */
  public Invitation(String email, Role role, Language language, String token, Instant now) {
    role.mustBeOfTenants();
    this.id = Ids.next();
    this.email = email;
    this.role = role;
    this.language = language.tag();
    this.createdAt = now;
    this.tokenHash = OpaqueToken.hash(token);
    this.expiresAt = now.plus(LIFE);
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public Role role() {
    return role;
  }

  /** In which the invited person is written to. */
  public Language language() {
    return Language.of(language).orElse(Language.EN);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isOpen(Instant now) {
    return acceptedAt == null && now.isBefore(expiresAt);
  }

  /** Lets another token open it, for a week from now; the one before opens nothing any more. */
  public void renew(String token, Instant now) {
    tokenHash = OpaqueToken.hash(token);
    expiresAt = now.plus(LIFE);
  }

  public void accept(Instant now) {
    acceptedAt = now;
  }
}
