package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.jobs.OperatorJobs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes the rows of tenants whose time of grace is over; {@link TenantPurge} does the rest. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class TenantEraser {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorAudit audit;
  @Inject private OperatorJobs jobs;
  @Inject private Event<TenantEvent> events;

  @Inject private Clock clock;

  /** Tenants whose time of grace is over. */
  public List<Tenant> listDue() {
    return em.createQuery(
            "select t from Tenant t where t.status = :deleted and t.deleteAfter <= :now",
            Tenant.class)
        .setParameter("deleted", Tenant.Status.DELETED)
        .setParameter("now", Instant.now(clock))
        .getResultList();
  }

  /** Deletes all rows of a tenant that is due; the platform's log keeps that there was one. */
  public void erase(UUID id) {
    var slug = em.find(Tenant.class, id).slug();
    jobs.forgetAll(id);
    em.createNativeQuery("delete from tenant where id = ?1").setParameter(1, id).executeUpdate();
    audit.record(Tenant.PLATFORM_ID, AuditAction.TENANT_PURGED, slug + " " + id, null, null);
    events.fire(new TenantEvent.Changed(id));
  }
}
