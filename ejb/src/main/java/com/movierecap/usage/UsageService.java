package com.movierecap.usage;

import com.movierecap.jobs.JobNews;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the records down. */
@Stateless
public class UsageService {
  @PersistenceContext private EntityManager em;
  private final Clock clock = Clock.systemUTC();

  /** Joins the transaction in which the job succeeds: both are there afterwards, or neither. */
  public void jobSucceeded(@Observes JobNews.Succeeded news) {
    var seconds = BigDecimal.valueOf(news.job().duration().toMillis(), 3);
    em.persist(
        new UsageRecord(news.job().id(), Meter.PROCESSING_SECONDS, seconds, Instant.now(clock)));
  }

  public List<UsageRecord> list(UUID job) {
    return em.createQuery("select u from UsageRecord u where u.jobId = :job", UsageRecord.class)
        .setParameter("job", job)
        .getResultList();
  }
}
