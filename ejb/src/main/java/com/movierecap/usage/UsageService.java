package com.movierecap.usage;

import com.movierecap.access.AllowedTo;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Writes down what is used without regard to a quota. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class UsageService {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Clock clock;

  /**
   * Requests of the bound tenant to the API.
   *
   * @param parcel what they are counted under; another time it means nothing
   */
  public void called(UUID parcel, long calls) {
    if (em.find(UsageRecord.class, parcel) == null) {
      em.persist(UsageRecord.ofCalls(parcel, calls, Instant.now(clock)));
    }
  }
}
