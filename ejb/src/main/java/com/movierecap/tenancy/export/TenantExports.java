package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.storage.Discarded;
import com.movierecap.storage.ObjectKey;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bound tenant's archives. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class TenantExports {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private JobService jobs;
  @Inject private AuditService audit;
  @Inject private Event<Discarded> discarded;
  @Inject private Clock clock;

  /**
   * Asks for an archive.
   *
   * @throws ProblemException where one is being made
   */
  public TenantExport create() {
    if (list().stream().anyMatch(export -> !export.job().status().isFinal())) {
      throw new ProblemException(ProblemType.EXPORT_UNDER_WAY);
    }
    var id = TenantExport.newId();
    var job = jobs.create(JobKind.EXPORT, id);
    var export = new TenantExport(id, job, Origin.current().actor(), Instant.now(clock));
    em.persist(export);
    jobs.enqueue(job);
    audit.record(AuditAction.DATA_EXPORTED, id.toString());
    return export;
  }

  /** Newest first; there are few, since they expire. */
  public List<TenantExport> list() {
    return em.createQuery("select e from TenantExport e order by e.id desc", TenantExport.class)
        .getResultList();
  }

  public TenantExport get(UUID id) {
    return find(id).orElseThrow(ProblemException::notFound);
  }

  @AllowedTo(AllowedTo.OWN_WORK)
  public Optional<TenantExport> find(UUID id) {
    return Optional.ofNullable(em.find(TenantExport.class, id));
  }

  /**
   * Where the archive lies, for whoever takes it away.
   *
   * @throws ProblemException where it is not there yet
   */
  public ObjectKey archive(UUID id) {
    if (get(id).archiveBytes() == null) {
      throw new ProblemException(ProblemType.NOT_FINISHED);
    }
    audit.recordReading(AuditAction.EXPORT_DOWNLOADED, id.toString());
    return ObjectKey.ofExport(id);
  }

  /** Deletes an archive, or stops what is being made of it. */
  @AllowedTo({Role.ADMINISTER, AllowedTo.OWN_WORK})
  public void delete(UUID id) {
    var export = get(id);
    jobs.cancel(export.job().id());
    em.remove(export);
    em.flush();
    audit.record(AuditAction.EXPORT_DELETED, id.toString());
    discarded.fire(new Discarded(ObjectKey.exportFolder(id)));
  }

  /** Called by the handler in the transaction that ends the job. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void made(UUID id, long bytes) {
    get(id).made(bytes, Instant.now(clock));
  }
}
