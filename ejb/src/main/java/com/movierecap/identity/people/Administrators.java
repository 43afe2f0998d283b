package com.movierecap.identity.people;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/**
 * Those who can look after a tenant's people. There is always one: whoever changes people holds all
 * of them first, so that two who leave at once do not both see the other stay.
 */
record Administrators(List<Account> active) {
  static Administrators locked(EntityManager em) {
    return new Administrators(
        em.createQuery(
                "select a from Account a where a.role = :role and a.status = :status and a.kind ="
                    + " :kind order by a.id",
                Account.class)
            .setParameter("kind", Account.Kind.PERSON)
            .setParameter("role", Role.TENANT_ADMIN)
            .setParameter("status", Account.Status.ACTIVE)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList());
  }

  /**
   * @param changed one of them, or somebody else
   * @throws ProblemException where it was the last one
   */
  void mustRemain(Account changed) {
    if (!changed.administers()
        && active.stream()
            .noneMatch(each -> !each.id().equals(changed.id()) && each.administers())) {
      throw new ProblemException(ProblemType.LAST_ADMINISTRATOR);
    }
  }
}
