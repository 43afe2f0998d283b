package com.movierecap.tenancy;

import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A customer: studio, broadcaster, streaming service, creator. Active from its making; a suspended
 * one keeps everything but can do nothing; a deleted one is gone for everybody, can be restored
 * until its time of grace is over, and is purged after it with all it had. Made and changed by
 * operators only.
 */
@Entity
public class Tenant {
  public enum Status {
    ACTIVE,
    SUSPENDED,
    DELETED
  }

  /** Operators of the platform are accounts of this reserved tenant. */
  public static final String PLATFORM = "platform";

  /** Its id, as the first migration has it. */
  public static final UUID PLATFORM_ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int MAX_DISPLAY_NAME = 200;

  @Id private UUID id;
  private String slug;

  @Column(name = "display_name")
  private String displayName;

  @Enumerated(EnumType.STRING)
  private Status status;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "billing_plan")
  private Plan plan;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "delete_after")
  private @Nullable Instant deleteAfter;

  @Column(name = "suspended_before_deletion")
  private boolean suspendedBeforeDeletion;

  @Version private int version;

  protected Tenant() {}

  Tenant(String slug, String displayName, Plan plan, Instant now) {
    this.id = Ids.next();
    this.slug = slugLike(slug);
    this.displayName = Line.of(displayName, "display_name", MAX_DISPLAY_NAME);
    this.plan = plan;
    this.status = Status.ACTIVE;
    this.createdAt = now;
  }

  public UUID id() {
    return id;
  }

  /** The name in host names, headers and paths. */
  public String slug() {
    return slug;
  }

  public String displayName() {
    return displayName;
  }

  public Status status() {
    return status;
  }

  public Plan plan() {
    return plan;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When a deleted tenant is purged; null for one that is not deleted. */
  public @Nullable Instant deleteAfter() {
    return deleteAfter;
  }

  public int version() {
    return version;
  }

  /**
   * @param expected the version that was looked at, or null for any
   * @throws ProblemException where it is another by now
   */
  void mustBeAt(@Nullable Integer expected) {
    if (expected != null && expected != version) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
  }

  void rename(String newSlug) {
    mustNotBeThePlatform();
    slug = slugLike(newSlug);
  }

  void callIt(String newDisplayName) {
    displayName = Line.of(newDisplayName, "display_name", MAX_DISPLAY_NAME);
  }

  void subscribe(Plan newPlan) {
    mustNotBeThePlatform();
    plan = newPlan;
  }

  /**
   * @throws ProblemException where it is deleted, or the platform itself
   */
  void suspend() {
    mustNotBeThePlatform();
    mustNotBeDeleted();
    status = Status.SUSPENDED;
  }

  void resume() {
    mustNotBeDeleted();
    status = Status.ACTIVE;
  }

  void delete(Instant now, Duration grace) {
    mustNotBeThePlatform();
    if (status != Status.DELETED) {
      suspendedBeforeDeletion = status == Status.SUSPENDED;
      status = Status.DELETED;
      deleteAfter = now.plus(grace);
    }
  }

  /** Undoes a deletion; the tenant comes back suspended or active, as it was before. */
  void restore() {
    if (status != Status.DELETED) {
      throw new ProblemException(ProblemType.CONFLICT);
    }
    status = suspendedBeforeDeletion ? Status.SUSPENDED : Status.ACTIVE;
    suspendedBeforeDeletion = false;
    deleteAfter = null;
  }

  private void mustNotBeDeleted() {
    if (status == Status.DELETED) {
      throw new ProblemException(ProblemType.TENANT_DELETED);
    }
  }

  private void mustNotBeThePlatform() {
    if (slug.equals(PLATFORM)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, PLATFORM);
    }
  }

  private static String slugLike(String text) {
    if (!SLUG.matcher(text).matches()) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "name: a-z 0-9 -, 1–63");
    }
    return text;
  }
}
