package com.movierecap.jobs;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work. Queued, running, and then once and for ever succeeded, failed or cancelled. A
 * running job whose server or worker died is claimed again under the next attempt number; whoever
 * still works under an older number can change nothing any more.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Job {
  public enum Status {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
      return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private JobKind kind;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Enumerated(EnumType.STRING)
  private Status status;

  private @Nullable Stage stage;
  private double progress;
  private int attempt;

  @Column(name = "cancel_requested")
  private boolean cancelRequested;

  @Embedded private @Nullable Failure failure;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Version private int version;

  protected Job() {}

  Job(JobKind kind, UUID subjectId, Instant now) {
    this.id = Ids.next();
    this.kind = kind;
    this.subjectId = subjectId;
    this.status = Status.QUEUED;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  public JobKind kind() {
    return kind;
  }

  /** The movie or recap this is about. */
  public UUID subjectId() {
    return subjectId;
  }

  public Status status() {
    return status;
  }

  public @Nullable Stage stage() {
    return stage;
  }

  /** 0..1 within the stage. */
  public double progress() {
    return progress;
  }

  public int attempt() {
    return attempt;
  }

  public Optional<Failure> failure() {
    return status == Status.FAILED ? Optional.ofNullable(failure) : Optional.empty();
  }

  boolean isCancelRequested() {
    return cancelRequested;
  }

  /** Whether this attempt is still the one that counts. */
  boolean isHeldBy(int holder) {
    return status == Status.RUNNING && attempt == holder;
  }

  boolean mayTryAgain() {
    return attempt < kind.attempts();
  }

  void claim(Instant now) {
    mustNotBeFinal();
    status = Status.RUNNING;
    attempt++;
    startedAt = now;
    stage = null;
    progress = 0;
  }

  void report(Stage newStage, double newProgress) {
    stage = newStage;
    progress = Math.max(0, Math.min(1, newProgress));
  }

  /** Back into the queue after a failed attempt. */
  void release() {
    mustNotBeFinal();
    status = Status.QUEUED;
  }

  void succeed(Instant now) {
    end(Status.SUCCEEDED, now);
    progress = 1;
  }

  void fail(Failure why, Instant now) {
    end(Status.FAILED, now);
    failure = why;
  }

  /** A queued job is cancelled at once; a running one as soon as its worker hears of it. */
  void cancel(Instant now) {
    if (status == Status.QUEUED) {
      end(Status.CANCELLED, now);
    } else if (status == Status.RUNNING) {
      cancelRequested = true;
    }
  }

  void cancelled(Instant now) {
    end(Status.CANCELLED, now);
  }

  /** Wall time of the attempt that ended the job. */
  public Duration duration() {
    return startedAt == null || finishedAt == null
        ? Duration.ZERO
        : Duration.between(startedAt, finishedAt);
  }

  private void end(Status how, Instant now) {
    mustNotBeFinal();
    status = how;
    finishedAt = now;
  }

  private void mustNotBeFinal() {
    if (status.isFinal()) {
      throw new IllegalStateException("job " + id + " has ended: " + status);
    }
  }
}
