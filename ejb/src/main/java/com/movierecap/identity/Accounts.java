package com.movierecap.identity;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OpenTo;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people. */
@Stateless
@OpenTo(OpenTo.OWN_WORK)
public class Accounts {
  private static final PasswordHash PASSWORDS = new PasswordHash();

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  private final Clock clock = Clock.systemUTC();

  @OpenTo({Role.VIEW, Role.AUDIT})
  public Account get(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id)).orElseThrow(ProblemException::notFound);
  }

  public Optional<Account> find(String email) {
    // nobody's address, and U+0000 could not even be asked for
    if (email.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    return em.createQuery("select a from Account a where a.email = :email", Account.class)
        .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /**
   * Who has this address and this password; the same work is done where there is no such account,
   * or one without a password.
   *
   * @return empty where there is nobody, the password is another, or the account is disabled
   * @throws ProblemException where the tenant's people come in by its provider only
   */
  public Optional<Account> prove(String email, char[] password) {
    if (PasswordRule.isTooLong(password)) {
      return Optional.empty();
    }
    mustTakeProofs();
    var account = find(email);
    var hash = account.map(Account::passwordHash).orElse(null);
    if (hash == null) {
      PASSWORDS.verifyNobody(password);
      return Optional.empty();
    }
    var proven = account.filter(a -> PASSWORDS.verify(password, hash) && a.mayCome());
    proven.ifPresent(a -> strengthen(a, hash, password));
    return proven;
  }

  /**
   * Makes an account, whose owner has chosen the password.
   *
   * @throws ProblemException where name or password cannot be taken
   */
  public Account create(String email, String displayName, char[] password, Role role) {
    mustTakeProofs();
    PasswordRule.mustHold(password, List.of(email, displayName));
    var account =
        new Account(email, displayName, PASSWORDS.hash(password), role, Instant.now(clock));
    em.persist(account);
    return account;
  }

  /**
   * Gives an account of the caller's transaction a new password.
   *
   * @throws ProblemException where it cannot be taken
   */
  public void choose(Account account, char[] password) {
    PasswordRule.mustHold(password, List.of(account.email(), account.displayName()));
    account.changePassword(PASSWORDS.hash(password));
  }

  /** Whether the account's password is that one. */
  public boolean isRight(Account account, char[] password) {
    var hash = account.passwordHash();
    return hash != null && !PasswordRule.isTooLong(password) && PASSWORDS.verify(password, hash);
  }

  /** One statement, since the same person may sign in twice at the same time. */
  private void strengthen(Account account, String hash, char[] password) {
    if (PASSWORDS.isOutgrown(hash)) {
      em.createQuery(
              "update Account a set a.passwordHash = :now where a.id = :id and a.passwordHash ="
                  + " :before")
          .setParameter("now", PASSWORDS.hash(password))
          .setParameter("id", account.id())
          .setParameter("before", hash)
          .executeUpdate();
    }
  }

  /**
   * Changes what a person is called and reads; what is null stays.
   *
   * @throws ProblemException where the name is none
   */
  @OpenTo({Role.VIEW, Role.AUDIT})
  public Account describe(UUID id, @Nullable String displayName, @Nullable Language language) {
    var account = get(id);
    if (displayName != null) {
      account.callIt(displayName);
    }
    if (language != null) {
      account.speak(language.tag());
    }
    audit.record(AuditAction.PROFILE_CHANGED, account.email());
    em.flush();
    return account;
  }

  /**
   * Makes the account of somebody whom the tenant's provider has sent.
   *
   * @param name as the provider has it, or null
   */
  public Account provision(String email, @Nullable String name, Role role) {
    var shown = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
    var account =
        new Account(
            email,
            shown.isEmpty() ? email : Account.shortened(shown),
            null,
            role,
            Instant.now(clock));
    em.persist(account);
    audit.record(account.origin(), AuditAction.ACCOUNT_PROVISIONED, account.email());
    return account;
  }

  /**
   * @throws ProblemException where the tenant's people come in by its provider only, and nothing
   *     that they could show us counts
   */
  public void mustTakeProofs() {
    if (em.createQuery("select r from SsoRule r", SsoRule.class)
        .getResultStream()
        .anyMatch(SsoRule::shutsPasswordsOut)) {
      throw new ProblemException(ProblemType.SSO_ONLY);
    }
  }

  /** Remembers the language a person chose. */
  @OpenTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public void speak(UUID account, Language language) {
    get(account).speak(language.tag());
  }
}
