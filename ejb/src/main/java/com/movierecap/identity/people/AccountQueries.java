package com.movierecap.identity.people;

import com.movierecap.identity.Account;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.Version;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's accounts of one kind: an account of the other kind is none here. */
record AccountQueries(EntityManager em, Account.Kind kind) {
  /** Newest first. */
  Page<Account> list(Page.Request page) {
    var query =
        em.createQuery(
                "select a from Account a where a.kind = :kind"
                    + (page.after() == null ? "" : " and a.id < :after")
                    + " order by a.id desc",
                Account.class)
            .setParameter("kind", kind)
            .setMaxResults(page.limit() + 1);
    if (page.after() != null) {
      query.setParameter("after", page.after());
    }
    return Page.of(query.getResultList(), page, Account::id);
  }

  Account get(UUID id) {
    return get(id, LockModeType.NONE);
  }

  Account locked(UUID id) {
    return get(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * @param expected the version that was looked at, or null for any
   */
  Account locked(UUID id, @Nullable Integer expected) {
    var account = locked(id);
    Version.mustBe(expected, account.version());
    return account;
  }

  private Account get(UUID id, LockModeType lock) {
    return Optional.ofNullable(em.find(Account.class, id, lock))
        .filter(account -> account.isPerson() == (kind == Account.Kind.PERSON))
        .orElseThrow(ProblemException::notFound);
  }
}
