package com.movierecap.audit;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.json.Json;
import com.movierecap.kernel.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bound tenant's log. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class AuditService {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private Clock clock;

  /** Joins the caller's transaction: what is undone was not done. */
  public void record(AuditAction action, String subject) {
    record(Origin.current(), action, subject);
  }

  /** As {@link #record(AuditAction, String)}, where the caller has only just said who they are. */
  public void record(Origin origin, AuditAction action, String subject) {
    persist(origin, action, subject, AuditEntry.DONE, null, null);
  }

  /**
   * As {@link #record(AuditAction, String)}, with a setting before and after.
   *
   * @param before a record of ours, or null where there was nothing
   */
  public void record(
      AuditAction action, String subject, @Nullable Object before, @Nullable Object after) {
    persist(Origin.current(), action, subject, AuditEntry.DONE, json(before), json(after));
  }

  /** Stays, although the caller's transaction is about to be undone. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(AuditAction action, String subject) {
    refused(Origin.current(), action, subject);
  }

  /** As {@link #refused(AuditAction, String)}, where it is known who was refused. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(Origin origin, AuditAction action, String subject) {
    persist(origin, action, subject, AuditEntry.REFUSED, null, null);
  }

  /** As {@link #record(AuditAction, String)}, for a request that otherwise only reads. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @AllowedTo({Role.ADMINISTER, Role.OPERATE, Role.AUDIT})
  public void recordReading(AuditAction action, String subject) {
    CallContext.in(CallContext.requiredTenant())
        .writing()
        .run(
            () -> {
              record(action, subject);
              em.flush();
            });
  }

  /** Newest first. */
  @AllowedTo(Role.ADMINISTER)
  public Page<AuditEntry> list(AuditFilter filter, Page.Request page) {
    var conditions = new ArrayList<String>();
    var values = new LinkedHashMap<String, Object>();
    where(conditions, values, "e.id < :after", "after", page.after());
    where(
        conditions,
        values,
        "e.action = :action",
        "action",
        filter.action() == null ? null : filter.action().name());
    where(
        conditions,
        values,
        "lower(e.actor) like :actor escape '\\'",
        "actor",
        filter.actorPattern());
    where(conditions, values, "e.occurredAt >= :from", "from", filter.from());
    where(conditions, values, "e.occurredAt < :to", "to", filter.to());
    where(
        conditions,
        values,
        "e.outcome = :outcome",
        "outcome",
        filter.done() == null ? null : filter.done() ? AuditEntry.DONE : AuditEntry.REFUSED);
    var query =
        em.createQuery(
            "select e from AuditEvent e"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by e.id desc",
            AuditEvent.class);
    values.forEach(query::setParameter);
    var tenant = CallContext.requiredTenant();
    var found =
        query.setMaxResults(page.limit() + 1).getResultStream().map(e -> e.entry(tenant)).toList();
    return Page.of(found, page, AuditEntry::id);
  }

  private static void where(
      java.util.List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private void persist(
      Origin origin,
      AuditAction action,
      String subject,
      String outcome,
      @Nullable String before,
      @Nullable String after) {
    em.persist(new AuditEvent(origin, action, subject, outcome, before, after, Instant.now(clock)));
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : Json.line(value);
  }
}
