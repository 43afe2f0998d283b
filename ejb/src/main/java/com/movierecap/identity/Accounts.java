package com.movierecap.identity;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's people. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class Accounts {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject @Any private Instance<ProofPolicy> policies;
  @Inject private Clock clock;

  @AllowedTo({Role.VIEW, Role.AUDIT})
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
   * As {@link #find}, of somebody who wants to show a password.
   *
   * @throws ProblemException where the tenant's people come in by its provider only
   */
  public Optional<Account> findToProve(String email) {
    mustTakeProofs();
    return find(email);
  }

  /**
   * Makes an account, whose owner has chosen the password.
   *
   * @throws ProblemException where name or password cannot be taken
   */
  public Account create(String email, String displayName, HashedPassword password, Role role) {
    mustTakeProofs();
    password.mustSuit(email, displayName);
    var account = new Account(email, displayName, password.hash(), role, Instant.now(clock));
    em.persist(account);
    return account;
  }

  /**
   * Gives an account of the caller's transaction a new password.
   *
   * @throws ProblemException where it cannot be taken
   */
  public void choose(Account account, HashedPassword password) {
    password.mustSuit(account.email(), account.displayName());
    account.changePassword(password.hash());
  }

  /**
   * Keeps the same password by a stronger hash. One statement, since the same person may sign in
   * twice at the same time.
   */
  public void strengthen(UUID id, String before, String now) {
    em.createQuery(
            "update Account a set a.passwordHash = :now where a.id = :id and a.passwordHash ="
                + " :before")
        .setParameter("now", now)
        .setParameter("id", id)
        .setParameter("before", before)
        .executeUpdate();
  }

  /**
   * Changes what a person is called and reads; what is null stays.
   *
   * @throws ProblemException where the name is none
   */
  @AllowedTo({Role.VIEW, Role.AUDIT})
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
    if (policies.stream().anyMatch(ProofPolicy::refusesProofs)) {
      throw new ProblemException(ProblemType.SSO_ONLY);
    }
  }

  /** Remembers the language a person chose. */
  @AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
  public void speak(UUID account, Language language) {
    get(account).speak(language.tag());
  }
}
