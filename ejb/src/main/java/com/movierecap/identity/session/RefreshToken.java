package com.movierecap.identity.session;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** One link of a sign-in's chain. Kept as a hash, good for 14 days and for one use. */
@Entity
@Table(name = "refresh_token")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class RefreshToken {
  private static final Duration IDLE = Duration.ofDays(14);

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "sign_in_id")
  private SignIn signIn;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected RefreshToken() {}

  RefreshToken(SignIn signIn, String token, Instant now) {
    this.id = Ids.next();
    this.signIn = signIn;
    this.tokenHash = OpaqueToken.hash(token);
    this.issuedAt = now;
    this.expiresAt = now.plus(IDLE);
  }

  SignIn signIn() {
    return signIn;
  }

  UUID id() {
    return id;
  }

  boolean isAlive(Instant now, Duration silence) {
    return now.isBefore(expiresAt) && signIn.isAlive(now, silence);
  }
}
