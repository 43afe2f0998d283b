package com.movierecap.usage;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** Writes down what is used without regard to a quota. */
@Stateless
public class UsageService {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  private final Clock clock = Clock.systemUTC();

  /** Requests of the bound tenant to the API. */
  public void called(long calls) {
    em.persist(
        new UsageRecord(
            null, null, Meter.API_CALLS, BigDecimal.valueOf(calls), Instant.now(clock)));
  }
}
