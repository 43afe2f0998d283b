package com.movierecap.idempotency;

import com.movierecap.access.AllowedTo;
import com.movierecap.crypto.Sha256;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.jspecify.annotations.Nullable;

/** What the bound tenant's earlier requests led to. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class IdempotentRequests {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Clock clock;

  /** Whether the key was used before, for whatever. */
  public boolean isKnown(@Nullable IdempotencyKey key) {
    return key != null && earlier(key).isPresent();
  }

  /**
   * Looks without holding the key, for whoever has long work before the transaction that counts.
   *
   * @param request what is asked for, the same text for the same wish
   * @throws ProblemException where the key was used for something else
   */
  public Optional<UUID> find(@Nullable IdempotencyKey key, String request) {
    return key == null ? Optional.empty() : earlier(key).map(e -> e.resultFor(Sha256.hex(request)));
  }

  /**
   * Holds the key until the caller's transaction ends, and looks.
   *
   * @throws ProblemException where another request holds it, or it was used for something else
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Optional<UUID> hold(@Nullable IdempotencyKey key, String request) {
    if (key != null && !isFree(key)) {
      throw new ProblemException(ProblemType.REQUEST_IN_PROGRESS);
    }
    return find(key, request);
  }

  /** Remembers what a request led to, if the caller's transaction commits. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void led(@Nullable IdempotencyKey key, String request, UUID result) {
    if (key != null) {
      em.persist(
          new IdempotentRequest(
              key.account(), key.value(), Sha256.hex(request), result, clock.instant()));
    }
  }

  /** In SQL, which reads no rows here: a function stands in no query of JPQL alone. */
  private boolean isFree(IdempotencyKey key) {
    return (Boolean)
        em.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
            .setHint(QueryHints.ALLOW_NATIVE_SQL_QUERY, HintValues.TRUE)
            .setParameter(1, key.lock())
            .getSingleResult();
  }

  private Optional<IdempotentRequest> earlier(IdempotencyKey key) {
    return em.createQuery(
            "select i from IdempotentRequest i where i.accountId = :account and i.key = :key",
            IdempotentRequest.class)
        .setParameter("account", key.account())
        .setParameter("key", key.value())
        .getResultStream()
        .findFirst();
  }
}
