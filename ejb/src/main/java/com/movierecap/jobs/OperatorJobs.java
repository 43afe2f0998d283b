package com.movierecap.jobs;

import com.movierecap.access.AllowedTo;
import com.movierecap.kernel.Ids;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Jobs that operators' doings give to tenants or take from them: by the operators' role, which
 * reads none.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class OperatorJobs {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private JobQueue queue;
  @Inject private Clock clock;

  /**
   * Makes a prompt job of any tenant and lets it run, in the caller's transaction.
   *
   * @return its id
   */
  public UUID enqueue(UUID tenant, JobKind kind, UUID subject) {
    if (!kind.isPrompt()) {
      throw new IllegalArgumentException(kind + " has its turn among the tenant's own jobs");
    }
    var id = Ids.next();
    em.createNativeQuery(
            "insert into job (tenant_id, id, kind, subject_id, status, created_at) values (?1, ?2,"
                + " ?3, ?4, ?5, ?6)")
        .setParameter(1, tenant)
        .setParameter(2, id)
        .setParameter(3, kind.name())
        .setParameter(4, subject)
        .setParameter(5, Job.Status.QUEUED.name())
        .setParameter(6, Timestamp.from(Instant.now(clock)))
        .executeUpdate();
    queue.addPrompt(tenant, id);
    return id;
  }

  /** Takes whatever waits for its turn out of the queue, for a tenant that is no more. */
  public void forgetAll(UUID tenant) {
    for (var queued : List.of("scheduled_tasks", "scheduled_mails")) {
      em.createNativeQuery(
              "delete from "
                  + queued
                  + " where task_name = 'job' and task_data = convert_to(?1, 'UTF8')")
          .setParameter(1, tenant.toString())
          .executeUpdate();
    }
  }
}
