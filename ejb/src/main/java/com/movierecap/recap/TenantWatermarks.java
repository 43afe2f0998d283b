package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.storage.Discarded;
import com.movierecap.storage.ObjectKey;
import com.movierecap.usage.Quotas;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's watermark. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class TenantWatermarks {
  private static final String SUBJECT = "watermark.png";

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Quotas quotas;
  @Inject private AuditService audit;
  @Inject private Event<Discarded> discarded;
  @Inject private Clock clock;

  /** What the log keeps of a watermark. */
  private record Facts(UUID picture, int width, int height, String corner, double opacity) {
    static @Nullable Facts of(@Nullable TenantWatermark mark) {
      return mark == null
          ? null
          : new Facts(
              mark.pictureId(), mark.width(), mark.height(), mark.corner().label(), mark.opacity());
    }
  }

  @AllowedTo({Role.VIEW, AllowedTo.OWN_WORK})
  public Optional<TenantWatermark> find() {
    return find(LockModeType.NONE);
  }

  @AllowedTo(Role.VIEW)
  public TenantWatermark get() {
    return find().orElseThrow(ProblemException::notFound);
  }

  /** Where its picture lies. */
  @AllowedTo(Role.VIEW)
  public ObjectKey picture() {
    return ObjectKey.ofWatermark(get().pictureId());
  }

  /**
   * Changes it for every recap that is rendered from now on.
   *
   * @param stored the new picture's place in the store; null where there is no new picture
   * @throws ProblemException where there is neither a picture yet nor a new one, or no room for it
   */
  public TenantWatermark change(
      WatermarkChange change, @Nullable UUID stored, @Nullable Integer expected) {
    var now = Instant.now(clock);
    var mark = find(LockModeType.PESSIMISTIC_WRITE).orElse(null);
    Version.mustBe(expected, mark == null ? null : mark.version());
    var before = Facts.of(mark);
    var picture = change.picture();
    if (picture != null && stored != null) {
      mark = show(mark, stored, picture, now);
    } else if (mark == null) {
      throw ProblemException.notFound();
    }
    mark.place(change.corner(), change.opacity(), now);
    flush();
    audit.record(AuditAction.WATERMARK_CHANGED, SUBJECT, before, Facts.of(mark));
    return mark;
  }

  private TenantWatermark show(
      @Nullable TenantWatermark mark, UUID id, WatermarkPicture picture, Instant now) {
    var shown = mark == null ? new TenantWatermark(id, picture, now) : mark;
    if (mark == null) {
      em.persist(shown);
    } else {
      discard(shown.pictureId());
      shown.show(id, picture, now);
      quotas.removed(shown.id());
    }
    quotas.stored(shown.id(), null, shown.pictureBytes());
    return shown;
  }

  /** Recaps that were rendered with it keep it; those to come have none. */
  public void remove(@Nullable Integer expected) {
    var mark = find(LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    Version.mustBe(expected, mark == null ? null : mark.version());
    em.remove(mark);
    flush();
    quotas.removed(mark.id());
    audit.record(AuditAction.WATERMARK_REMOVED, SUBJECT, Facts.of(mark), null);
    discard(mark.pictureId());
  }

  private void discard(UUID picture) {
    discarded.fire(new Discarded(ObjectKey.watermarkFolder(picture)));
  }

  private Optional<TenantWatermark> find(LockModeType lock) {
    return em.createQuery("select w from TenantWatermark w", TenantWatermark.class)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  /** Two may make the first one at the same time. */
  private void flush() {
    try {
      em.flush();
    } catch (PersistenceException e) {
      throw new ProblemException(ProblemType.CONFLICT);
    }
  }
}
