package com.movierecap.usage;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.jobs.JobEvent;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Plan;
import com.movierecap.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the bound tenant's plan still allows, judged by its usage records alone. Asked when work is
 * accepted, and again in the transaction that records it: there one tenant's recorders wait for
 * each other.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class Quotas {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private Event<QuotaEvent> news;

  @Inject private Clock clock;

  /**
   * The plan, what is used, and what may be. Bytes in the store, and this month's seconds of
   * processing.
   */
  public record Standing(
      String plan,
      BigDecimal storageBytes,
      OptionalLong storageLimit,
      BigDecimal processingSeconds,
      OptionalLong processingLimit) {}

  @AllowedTo(Role.ADMINISTER)
  public Standing standing() {
    var plan = plan();
    return new Standing(
        plan.name(),
        stored(),
        plan.storageBytes(),
        processed(thisMonth()),
        plan.processingSeconds());
  }

  /**
   * Asked before work is taken on.
   *
   * @throws ProblemException where the store is full, or this month's processing is used up
   */
  public void mustHaveRoom() {
    var now = standing();
    if (isReached(now.storageBytes(), now.storageLimit())) {
      throw new ProblemException(ProblemType.STORAGE_QUOTA_EXCEEDED);
    }
    if (isReached(now.processingSeconds(), now.processingLimit())) {
      throw new ProblemException(ProblemType.PROCESSING_QUOTA_EXCEEDED);
    }
  }

  /**
   * Asked again when accepted work begins, since much may have been accepted before the first of it
   * was recorded.
   *
   * @throws ProblemException where this month's processing is used up
   */
  public void mustHaveTime() {
    if (isReached(processed(thisMonth()), plan().processingSeconds())) {
      throw new ProblemException(ProblemType.PROCESSING_QUOTA_EXCEEDED);
    }
  }

  /**
   * Records bytes that were stored, in the caller's transaction.
   *
   * @param subject the movie or recap they belong to
   * @param job that stored them, or null
   * @throws ProblemException where they do not fit any more
   */
  public void stored(UUID subject, @Nullable UUID job, long bytes) {
    var state = held();
    var limit = plan().storageBytes();
    var sum = stored().add(BigDecimal.valueOf(bytes));
    if (limit.isPresent() && sum.compareTo(BigDecimal.valueOf(limit.getAsLong())) > 0) {
      throw new ProblemException(ProblemType.STORAGE_QUOTA_EXCEEDED);
    }
    record(subject, job, Meter.STORAGE_BYTES, BigDecimal.valueOf(bytes));
    tell(Meter.STORAGE_BYTES, state.storage(sum.doubleValue(), limit));
  }

  /**
   * Records that what belongs to a movie has grown, or shrunk, by so many bytes.
   *
   * @throws ProblemException where more does not fit
   */
  public void changed(UUID subject, long bytes) {
    if (bytes > 0) {
      stored(subject, null, bytes);
    } else if (bytes < 0) {
      var state = held();
      record(subject, null, Meter.STORAGE_BYTES, BigDecimal.valueOf(bytes));
      em.flush();
      state.storage(stored().doubleValue(), plan().storageBytes());
    }
  }

  /** Records that all of a movie's or recap's bytes have left the store. */
  public void removed(UUID subject) {
    var state = held();
    var bytes =
        em.createQuery(
                "select sum(u.quantity) from UsageRecord u where u.subjectId = :subject and u.meter"
                    + " = :meter",
                BigDecimal.class)
            .setParameter("subject", subject)
            .setParameter("meter", Meter.STORAGE_BYTES)
            .getSingleResult();
    if (bytes != null && bytes.signum() != 0) {
      record(subject, null, Meter.STORAGE_BYTES, bytes.negate());
      em.flush();
      state.storage(stored().doubleValue(), plan().storageBytes());
    }
  }

  /** Joins the transaction in which the job succeeds: both are there afterwards, or neither. */
  public void jobSucceeded(@Observes JobEvent.Succeeded succeeded) {
    var job = succeeded.job();
    if (!job.kind().isProcessing()) {
      return;
    }
    var state = held();
    var seconds = BigDecimal.valueOf(job.duration().toMillis(), 3);
    record(job.subjectId(), job.id(), Meter.PROCESSING_SECONDS, seconds);
    var month = thisMonth();
    var used = processed(month).add(seconds);
    tell(
        Meter.PROCESSING_SECONDS,
        state.processing(month, used.doubleValue(), plan().processingSeconds()));
  }

  private void tell(Meter meter, int percent) {
    if (percent > 0) {
      audit.record(AuditAction.QUOTA_REACHED, meter + " " + percent + " %");
      news.fire(new QuotaEvent(CallContext.requiredTenant(), meter, percent));
    }
  }

  private void record(UUID subject, @Nullable UUID job, Meter meter, BigDecimal quantity) {
    em.persist(new UsageRecord(subject, job, meter, quantity, Instant.now(clock)));
  }

  private QuotaState held() {
    return em.createQuery("select q from QuotaState q", QuotaState.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  private Plan plan() {
    return em.find(Tenant.class, CallContext.requiredTenant()).plan();
  }

  private BigDecimal stored() {
    return sum(Meter.STORAGE_BYTES, Instant.EPOCH);
  }

  private BigDecimal processed(LocalDate month) {
    return sum(Meter.PROCESSING_SECONDS, month.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private BigDecimal sum(Meter meter, Instant since) {
    var sum =
        em.createQuery(
                "select sum(u.quantity) from UsageRecord u where u.meter = :meter and u.occurredAt"
                    + " >= :since",
                BigDecimal.class)
            .setParameter("meter", meter)
            .setParameter("since", since)
            .getSingleResult();
    return Objects.requireNonNullElse(sum, BigDecimal.ZERO);
  }

  private LocalDate thisMonth() {
    return LocalDate.now(clock).withDayOfMonth(1);
  }

  private static boolean isReached(BigDecimal used, OptionalLong limit) {
    return limit.isPresent() && used.compareTo(BigDecimal.valueOf(limit.getAsLong())) >= 0;
  }
}
