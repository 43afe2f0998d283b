package com.movierecap.recap;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OpenTo;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Role;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.StoredObject;
import com.movierecap.storage.Wanted;
import com.movierecap.usage.Quotas;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bound tenant's watermark. */
@Stateless
@OpenTo(Role.ADMINISTER)
public class TenantWatermarks {
  private static final String MEDIA_TYPE = "image/png";
  private static final String SUBJECT = "watermark.png";

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private S3ObjectStore store;
  @Inject private Quotas quotas;
  @Inject private AuditService audit;
  @Inject private Event<Replaced> replaced;
  private final Clock clock = Clock.systemUTC();

  /** What the log keeps of a watermark. */
  private record Facts(UUID picture, int width, int height, String corner, double opacity) {
    static @Nullable Facts of(@Nullable TenantWatermark mark) {
      return mark == null
          ? null
          : new Facts(
              mark.pictureId(), mark.width(), mark.height(), mark.corner().label(), mark.opacity());
    }
  }

  /**
   * A picture took another's place.
   *
   * @param before to be deleted once that is certain, or null
   * @param after to be deleted where it did not come to it, or null
   */
  public record Replaced(@Nullable UUID before, @Nullable UUID after) {}

  @OpenTo({Role.VIEW, OpenTo.OWN_WORK})
  public Optional<TenantWatermark> find() {
    return find(LockModeType.NONE);
  }

  @OpenTo(Role.VIEW)
  public TenantWatermark get() {
    return find().orElseThrow(ProblemException::notFound);
  }

  @OpenTo(Role.VIEW)
  public StoredObject open(Wanted wanted) {
    return store.open(ObjectKey.ofWatermark(get().pictureId()), wanted);
  }

  /**
   * Changes it for every recap that is rendered from now on.
   *
   * @throws ProblemException where there is neither a picture yet nor a new one, or no room for it
   */
  public TenantWatermark change(WatermarkChange change, @Nullable Integer expected)
      throws IOException {
    var now = Instant.now(clock);
    var mark = find(LockModeType.PESSIMISTIC_WRITE).orElse(null);
    mustBe(expected, mark);
    var before = Facts.of(mark);
    var picture = change.picture();
    if (picture != null) {
      mark = show(mark, picture, now);
    } else if (mark == null) {
      throw ProblemException.notFound();
    }
    mark.place(change.corner(), change.opacity(), now);
    flush();
    audit.record(AuditAction.WATERMARK_CHANGED, SUBJECT, before, Facts.of(mark));
    return mark;
  }

  private TenantWatermark show(
      @Nullable TenantWatermark mark, WatermarkPicture picture, Instant now) throws IOException {
    var id = Ids.next();
    replaced.fire(new Replaced(mark == null ? null : mark.pictureId(), id));
    store.put(ObjectKey.ofWatermark(id), new ByteArrayInputStream(picture.png()), MEDIA_TYPE);
    var shown = mark == null ? new TenantWatermark(id, picture, now) : mark;
    if (mark == null) {
      em.persist(shown);
    } else {
      shown.show(id, picture, now);
      quotas.removed(shown.id());
    }
    quotas.stored(shown.id(), null, shown.pictureBytes());
    return shown;
  }

  /** Recaps that were rendered with it keep it; those to come have none. */
  public void remove(@Nullable Integer expected) {
    var mark = find(LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    mustBe(expected, mark);
    em.remove(mark);
    flush();
    quotas.removed(mark.id());
    audit.record(AuditAction.WATERMARK_REMOVED, SUBJECT, Facts.of(mark), null);
    replaced.fire(new Replaced(mark.pictureId(), null));
  }

  public void replaced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Replaced pictures) {
    delete(pictures.before());
  }

  public void notReplaced(@Observes(during = TransactionPhase.AFTER_FAILURE) Replaced pictures) {
    delete(pictures.after());
  }

  private void delete(@Nullable UUID picture) {
    if (picture != null) {
      store.deleteFolder(ObjectKey.watermarkFolder(picture));
    }
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

  private static void mustBe(@Nullable Integer expected, @Nullable TenantWatermark mark) {
    if (expected != null && (mark == null || expected != mark.version())) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
  }
}
