package com.movierecap.jobs;

import com.movierecap.access.AllowedTo;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a job's life, one transaction each. A step of a running job names the attempt it
 * belongs to and does nothing where that is no longer the one that counts.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class JobService {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** What is held is held for days, and may be much. */
  private static final Duration HELD = Duration.ofSeconds(10);

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Event<JobEvent> news;
  @Inject @Any private Instance<JobGate> gates;
  @Inject private JobQueue queue;

  @Inject
  @ConfigProperty(name = "jobs.running.per.tenant")
  private int runningPerTenant;

  @Inject private Clock clock;

  /** A job that waits until it is {@linkplain #enqueue enqueued}. */
  public Job create(JobKind kind, UUID subject) {
    var job = new Job(kind, subject, Instant.now(clock));
    em.persist(job);
    return job;
  }

  /** Lets a job run; nothing happens unless the caller's transaction commits. */
  public void enqueue(Job job) {
    queue.add(job, job.kind().isPrompt() ? 0 : waiting());
  }

  /**
   * What became of a wish to start.
   *
   * @param job as it is now, or null where there is nothing to do, or not yet
   * @param again after what time to ask once more, or null
   */
  public record Claim(@Nullable Job job, @Nullable Duration again) {
    private static final Claim NOTHING_TO_DO = new Claim(null, null);

    private static Claim of(Job job) {
      return new Claim(job, null);
    }

    private static Claim after(Duration time) {
      return new Claim(null, time);
    }
  }

  /**
   * Starts the next attempt, unless the job has ended, somebody holds it, or its tenant has enough
   * running.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Claim claim(UUID id) {
    var job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || job.status().isFinal()) {
      return Claim.NOTHING_TO_DO;
    }
    var now = Instant.now(clock);
    if (job.isCancelRequested()) {
      job.cancelled(now);
      news.fire(new JobEvent.Ended(job));
      return Claim.of(job);
    }
    if (!gates.stream().allMatch(gate -> gate.isOpenTo(job))) {
      return Claim.after(HELD);
    }
    if (job.status() == Job.Status.QUEUED
        && !job.kind().isPrompt()
        && othersRunning(id) >= runningPerTenant) {
      return Claim.after(SOON);
    }
    if (!job.mayTryAgain()) {
      end(
          job,
          Failure.ofProcessing(job.stage() == null ? Stage.QUEUE : job.stage(), "gave-up"),
          now);
      return Claim.of(job);
    }
    job.claim(now);
    return Claim.of(job);
  }

  /**
   * Notes how far an attempt has come.
   *
   * @return the job, or empty where the attempt must stop: outdated or cancelled
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Job> report(UUID id, int attempt, Stage stage, double progress) {
    var job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || !job.isHeldBy(attempt) || job.isCancelRequested()) {
      return Optional.empty();
    }
    job.report(stage, progress);
    return Optional.of(job);
  }

  /**
   * Ends a job with its results, together with what its feature and the meters record.
   *
   * @return empty where the attempt no longer counts and nothing was recorded
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Job> succeed(UUID id, int attempt, JobHandler handler, Path results) {
    var job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || !job.isHeldBy(attempt) || job.isCancelRequested()) {
      return Optional.empty();
    }
    handler.finish(job, results);
    job.succeed(Instant.now(clock));
    news.fire(new JobEvent.Succeeded(job));
    return Optional.of(job);
  }

  /**
   * Ends an attempt without a result: cancelled where that was wished for, back into the queue
   * where it may be tried again, else failed.
   *
   * @return the job as it is now, or empty where the attempt no longer counts
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Job> giveBack(UUID id, int attempt, @Nullable Failure failure) {
    var job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null || !job.isHeldBy(attempt)) {
      return Optional.empty();
    }
    var now = Instant.now(clock);
    if (job.isCancelRequested()) {
      job.cancelled(now);
      news.fire(new JobEvent.Ended(job));
    } else if (failure != null
        && (failure.reason() == Failure.Reason.INPUT || !job.mayTryAgain())) {
      end(job, failure, now);
    } else {
      job.release();
    }
    return Optional.of(job);
  }

  /** Ends a job that cannot start because of what happened elsewhere. */
  public void failUnstarted(Job job, Failure failure) {
    end(job, failure, Instant.now(clock));
  }

  /** Asks a job to stop; one that has ended stays as it is. */
  public Job cancel(UUID id) {
    var job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null) {
      throw ProblemException.notFound();
    }
    var wasFinal = job.status().isFinal();
    job.cancel(Instant.now(clock));
    if (!wasFinal && job.status().isFinal()) {
      news.fire(new JobEvent.Ended(job));
    }
    return job;
  }

  private void end(Job job, Failure failure, Instant now) {
    job.fail(failure, now);
    news.fire(new JobEvent.Ended(job));
  }

  private long waiting() {
    return em.createQuery(
            "select count(j) from Job j where j.status = :queued and j.kind not in :prompt",
            Long.class)
        .setParameter("queued", Job.Status.QUEUED)
        .setParameter("prompt", JobKind.PROMPT)
        .getSingleResult();
  }

  private long othersRunning(UUID id) {
    return em.createQuery(
            "select count(j) from Job j where j.status = :running and j.id <> :id and j.kind not in"
                + " :prompt",
            Long.class)
        .setParameter("running", Job.Status.RUNNING)
        .setParameter("prompt", JobKind.PROMPT)
        .setParameter("id", id)
        .getSingleResult();
  }
}
