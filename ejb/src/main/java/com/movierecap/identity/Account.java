package com.movierecap.identity;

import com.movierecap.audit.Origin;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.TenantContext;
import com.movierecap.kernel.TenantSessionListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A person of a tenant. Active from its making; a disabled one keeps its name but cannot sign in.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Account {
  public enum Status {
    ACTIVE,
    DISABLED
  }

  @Id private UUID id;
  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  private @Nullable String locale;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Account() {}

  /**
   * @param passwordHash null for somebody who comes in by their organisation's provider alone
   */
  Account(String email, String displayName, @Nullable String passwordHash, Role role, Instant now) {
    this.id = Ids.next();
    this.email = email;
    this.displayName = displayName;
    this.passwordHash = passwordHash;
    this.role = role;
    this.status = Status.ACTIVE;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  public Role role() {
    return role;
  }

  /** BCP 47 tag of the language this person chose, if they did. */
  public Optional<String> locale() {
    return Optional.ofNullable(locale);
  }

  public void speak(String languageTag) {
    this.locale = languageTag;
  }

  /** From here on what this person may do. */
  public void become(Role other) {
    this.role = other;
  }

  /** Null where there is none: no password is right then. */
  @Nullable String passwordHash() {
    return passwordHash;
  }

  public boolean mayCome() {
    return status == Status.ACTIVE;
  }

  /** The request at hand as this person's own, for what happens while they sign in. */
  public Origin origin() {
    return Origin.current().as(id, TenantContext.required(), email);
  }
}
