package com.movierecap.identity.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people of the bound tenant keep for the day on which all else is lost. */
@ApplicationScoped
public class RecoveryCodes {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  /**
   * Those from before are worth nothing afterwards.
   *
   * @return new ones, never to be seen again
   */
  List<String> renew(UUID account) {
    forget(account);
    var codes = Stream.generate(RecoveryCode::next).limit(RecoveryCode.COUNT).toList();
    codes.forEach(code -> em.persist(new RecoveryCode(account, code)));
    return codes;
  }

  void forget(UUID account) {
    em.createQuery("delete from RecoveryCode c where c.accountId = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  /** How many were not used yet. */
  int left(UUID account) {
    return em.createQuery(
            "select count(c) from RecoveryCode c where c.accountId = :account and c.usedAt is null",
            Long.class)
        .setParameter("account", account)
        .getSingleResult()
        .intValue();
  }

  /** One statement decides between parallel uses of the same code. */
  boolean use(UUID account, String typed, Instant now) {
    return em.createQuery(
                "update RecoveryCode c set c.usedAt = :now where c.accountId = :account and"
                    + " c.codeHash = :hash and c.usedAt is null")
            .setParameter("now", now)
            .setParameter("account", account)
            .setParameter("hash", RecoveryCode.hash(typed))
            .executeUpdate()
        == 1;
  }
}
