package com.movierecap.identity;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A person of a tenant, or a program that works for it: a service account, which has neither
 * address nor password, so that nobody can sign in as one. Active from its making; a disabled one
 * keeps its name but cannot come in.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Account {
  public enum Status {
    ACTIVE,
    DISABLED
  }

  /** Whose it is. */
  public enum Kind {
    PERSON,
    SERVICE
  }

  private static final int MAX_NAME_LENGTH = 200;

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private @Nullable String email;

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
   * @param email in lower case
   * @param passwordHash null for somebody who comes in by their organisation's provider alone
   * @throws ProblemException where the name is none
   */
  public Account(
      String email, String displayName, @Nullable String passwordHash, Role role, Instant now) {
    this(Kind.PERSON, email, displayName, passwordHash, role, now);
  }

  private Account(
      Kind kind,
      @Nullable String email,
      String displayName,
      @Nullable String passwordHash,
      Role role,
      Instant now) {
    this.id = Ids.next();
    this.kind = kind;
    this.email = email;
    this.displayName = Line.of(displayName, "display_name", MAX_NAME_LENGTH);
    this.passwordHash = passwordHash;
    this.role = role;
    this.status = Status.ACTIVE;
    this.createdAt = now;
  }

  /**
   * A service account.
   *
   * @throws ProblemException where the name is none, or the role is none that a tenant gives
   */
  public static Account service(String displayName, Role role, Instant now) {
    role.mustBeOfTenants();
    return new Account(Kind.SERVICE, null, displayName, null, role, now);
  }

  public UUID id() {
    return id;
  }

  /** Whether somebody is behind it, whom we can write to. */
  public boolean isPerson() {
    return kind == Kind.PERSON;
  }

  /**
   * Where we write to this person.
   *
   * @throws IllegalStateException for a service account
   */
  public String email() {
    return findEmail().orElseThrow(() -> new IllegalStateException(id + " has no address"));
  }

  public Optional<String> findEmail() {
    return Optional.ofNullable(email);
  }

  /** What the log calls it: a person's address, a service account's name. */
  public String called() {
    return findEmail().orElse(displayName);
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

  /** The language to write to this person in: what they chose, else what the writer reads. */
  public Language language(Language otherwise) {
    return locale().flatMap(Language::of).orElse(otherwise);
  }

  public Status status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }

  public boolean hasPassword() {
    return passwordHash != null;
  }

  /** Whether no other password was chosen between that state of the account and this one. */
  public boolean hasSamePassword(Account before) {
    return Objects.equals(passwordHash, before.passwordHash);
  }

  /** Null where there is none: no password is right then. */
  @Nullable String passwordHash() {
    return passwordHash;
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
  }

  /**
   * @throws ProblemException where the name is none
   */
  public void callIt(String newName) {
    displayName = Line.of(newName, "display_name", MAX_NAME_LENGTH);
  }

  /**
   * @param newEmail in lower case, and proven to be this person's
   */
  public void moveTo(String newEmail) {
    email = newEmail;
  }

  /**
   * @throws ProblemException where the role is none that a tenant gives
   */
  public void become(Role newRole) {
    newRole.mustBeOfTenants();
    role = newRole;
  }

  public void disable() {
    status = Status.DISABLED;
  }

  public void enable() {
    status = Status.ACTIVE;
  }

  /** Whether this person can look after the tenant's people. */
  public boolean administers() {
    return role == Role.TENANT_ADMIN && mayCome() && isPerson();
  }

  public boolean mayCome() {
    return status == Status.ACTIVE;
  }

  /** As much of it as a name may have. */
  static String shortened(String name) {
    return Line.start(name, MAX_NAME_LENGTH);
  }

  /** The request at hand as this person's own, for what happens while they sign in. */
  public Origin origin() {
    return Origin.current().as(id, CallContext.requiredTenant(), called());
  }
}
