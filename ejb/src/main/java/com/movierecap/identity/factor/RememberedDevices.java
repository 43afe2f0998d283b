package com.movierecap.identity.factor;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people of the bound tenant need not show their second factor again for a while. */
@Stateless
@AllowedTo({Role.VIEW, Role.AUDIT})
public class RememberedDevices {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Accounts accounts;
  @Inject private AuditService audit;

  @Inject private Clock clock;

  /**
   * Remembers the device that the request comes from, whose owner has just shown their factor.
   *
   * @return what it has to show, {@link RememberedDevice#LIFE} long
   */
  @AllowedTo(AllowedTo.EVERYBODY)
  public String remember(Account account) {
    Origin.current().mustBeInPerson();
    var now = Instant.now(clock);
    em.createQuery("delete from RememberedDevice d where d.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
    var token = OpaqueToken.next();
    em.persist(new RememberedDevice(account.id(), token, Origin.current(), now));
    audit.record(account.origin(), AuditAction.DEVICE_REMEMBERED, account.email());
    return token;
  }

  /**
   * @param token what the device shows, or null
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public boolean knows(Account account, @Nullable String token) {
    return token != null
        && em.createQuery(
                    "select count(d) from RememberedDevice d where d.accountId = :account and"
                        + " d.tokenHash = :hash and d.expiresAt > :now",
                    Long.class)
                .setParameter("account", account.id())
                .setParameter("hash", OpaqueToken.hash(token))
                .setParameter("now", Instant.now(clock))
                .getSingleResult()
            == 1;
  }

  /** An account's devices, the newest first. */
  public List<RememberedDevice> list(UUID account) {
    return em.createQuery(
            "select d from RememberedDevice d where d.accountId = :account and d.expiresAt > :now"
                + " order by d.createdAt desc",
            RememberedDevice.class)
        .setParameter("account", account)
        .setParameter("now", Instant.now(clock))
        .getResultList();
  }

  /**
   * @throws ProblemException where the account has no such device
   */
  public void forget(UUID account, UUID id) {
    Origin.current().mustBeInPerson();
    var forgotten =
        em.createQuery("delete from RememberedDevice d where d.accountId = :account and d.id = :id")
            .setParameter("account", account)
            .setParameter("id", id)
            .executeUpdate();
    if (forgotten == 0) {
      throw ProblemException.notFound();
    }
    audit.record(AuditAction.DEVICE_FORGOTTEN, accounts.get(account).email());
  }

  /** Whatever an account's owner changes about how they come in, they show anew everywhere. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void forgetAll(UUID account) {
    em.createQuery("delete from RememberedDevice d where d.accountId = :account")
        .setParameter("account", account)
        .executeUpdate();
  }
}
