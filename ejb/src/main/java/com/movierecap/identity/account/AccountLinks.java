package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.identity.Account;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.identity.account.AccountLink.Purpose;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and takes the links of the bound tenant's people, within the caller's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@AllowedTo(AllowedTo.OWN_WORK)
public class AccountLinks {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AttemptLimiter limiter;

  @Inject private Clock clock;

  /** A link and the account it leads to. */
  public record Opened(Account account, @Nullable String email) {}

  /**
   * @param email the address that the account is to have, for a link of that purpose
   * @return the token, of which we keep the hash alone
   */
  public String issue(Account account, Purpose purpose, @Nullable String email) {
    var now = Instant.now(clock);
    em.createQuery("delete from AccountLink l where l.accountId = :account and l.expiresAt <= :now")
        .setParameter("account", account.id())
        .setParameter("now", now)
        .executeUpdate();
    var token = OpaqueToken.next();
    em.persist(new AccountLink(account, purpose, email, token, now));
    return token;
  }

  /**
   * Takes a link. Parallel uses of the same wait for each other, and one finds it.
   *
   * @throws ProblemException where there is none, it is too old, its owner may not come, or too
   *     many were tried
   */
  public Opened take(Purpose purpose, String token) {
    var opened = look(purpose, token);
    forget(opened.account().id(), purpose);
    return opened;
  }

  /** As {@link #take}, of a link that can be taken afterwards. */
  public Opened look(Purpose purpose, String token) {
    return limiter
        .open(AttemptKind.LINK, () -> find(purpose, token))
        .orElseThrow(() -> new ProblemException(ProblemType.LINK_REFUSED));
  }

  private Optional<Opened> find(Purpose purpose, String token) {
    var link =
        em.createQuery(
                "select l from AccountLink l where l.purpose = :purpose and l.tokenHash = :hash",
                AccountLink.class)
            .setParameter("purpose", purpose)
            .setParameter("hash", OpaqueToken.hash(token))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(found -> found.isOpen(Instant.now(clock)));
    return link.flatMap(
        found ->
            Optional.ofNullable(
                    em.find(Account.class, found.accountId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(Account::mayCome)
                .map(account -> new Opened(account, found.email())));
  }

  /** From here on no link of that purpose opens the account. */
  public void forget(UUID account, Purpose purpose) {
    em.createQuery(
            "delete from AccountLink l where l.accountId = :account and l.purpose = :purpose")
        .setParameter("account", account)
        .setParameter("purpose", purpose)
        .executeUpdate();
  }
}
