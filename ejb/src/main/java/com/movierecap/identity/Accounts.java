package com.movierecap.identity;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people. */
@Stateless
public class Accounts {
  private static final PasswordHash PASSWORDS = new PasswordHash();
  private static final int MIN_PASSWORD_LENGTH = 8;
  private static final int MAX_PASSWORD_LENGTH = 1024;
  private static final int MAX_NAME_LENGTH = 200;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  private final Clock clock = Clock.systemUTC();

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
    if (password.length > MAX_PASSWORD_LENGTH) {
      return Optional.empty();
    }
    mustTakePasswords();
    var account = find(email);
    var hash = account.map(Account::passwordHash).orElse(null);
    if (hash == null) {
      PASSWORDS.verifyNobody(password);
      return Optional.empty();
    }
    return account.filter(a -> PASSWORDS.verify(password, hash) && a.mayCome());
  }

  /**
   * Makes the account that somebody was invited to.
   *
   * @throws ProblemException where the token is unknown, used or expired, the password too short,
   *     or the address has an account already
   */
  public Account accept(String token, String displayName, char[] password) {
    mustTakePasswords();
    var now = Instant.now(clock);
    var invitation =
        em.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
            .setParameter("hash", Secret.hash(token))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(i -> i.isOpen(now))
            .orElseThrow(() -> new ProblemException(ProblemType.INVITATION_REFUSED));
    if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "password ≥ " + MIN_PASSWORD_LENGTH);
    }
    var name = displayName.strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "display_name ≤ " + MAX_NAME_LENGTH);
    }
    if (find(invitation.email()).isPresent()) {
      throw new ProblemException(ProblemType.INVITATION_REFUSED);
    }
    var account =
        new Account(invitation.email(), name, PASSWORDS.hash(password), invitation.role(), now);
    em.persist(account);
    invitation.accept(now);
    audit.record(account.origin(), AuditAction.INVITATION_ACCEPTED, account.email());
    return account;
  }

  /**
   * Makes the account of somebody whom the tenant's provider has sent.
   *
   * @param name as the provider has it, or null
   */
  public Account provision(String email, @Nullable String name, Role role) {
    var shown = name == null ? email : name;
    var account =
        new Account(
            email,
            shown.substring(0, Math.min(shown.length(), MAX_NAME_LENGTH)),
            null,
            role,
            Instant.now(clock));
    em.persist(account);
    audit.record(account.origin(), AuditAction.ACCOUNT_PROVISIONED, account.email());
    return account;
  }

  private void mustTakePasswords() {
    if (em.createQuery("select r from PasswordRule r", PasswordRule.class)
        .getResultStream()
        .anyMatch(PasswordRule::shutsPasswordsOut)) {
      throw new ProblemException(ProblemType.SSO_ONLY);
    }
  }

  /** Remembers the language a person chose. */
  public void speak(UUID account, Language language) {
    get(account).speak(language.tag());
  }
}
