package com.movierecap.audit;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.json.Json;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What operators do to tenants, written into those tenants' own logs, and all logs as operators
 * read them: by the operators' role and no other.
 */
@Stateless
public class OperatorAudit {
  private static final String COLUMNS =
      "id, tenant_id, occurred_at, actor_id, actor_tenant_id, actor, action, subject, outcome,"
          + " address, request, before, after";

  /** One request may look at a tenant in several ways, and is one look all the same. */
  private static final String SAME_LOOK =
      "select 1 from audit_event e where e.tenant_id = ?2 and e.id > uuidv7(interval '-10 minutes')"
          + " and e.request = cast(?11 as text) and e.action = ?7 and e.subject = ?8";

  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private Clock clock;

  /**
   * Joins the caller's transaction. Looking twice in one request is written down once.
   *
   * @param tenant whose log
   * @param before a setting as it was: a record of ours, or null
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void record(
      UUID tenant,
      AuditAction action,
      String subject,
      @Nullable Object before,
      @Nullable Object after) {
    var origin = Origin.current();
    em.createNativeQuery(
            "insert into audit_event ("
                + COLUMNS
                + ") select cast(?1 as uuid), cast(?2 as uuid), cast(?3 as timestamptz), cast(?4 as uuid), cast(?5 as uuid),"
                + " ?6, ?7, ?8, ?9, cast(?10 as text), cast(?11 as text), cast(?12 as text),"
                + " cast(?13 as text) where not ?14 or not exists ("
                + SAME_LOOK
                + ")")
        .setParameter(1, Ids.next())
        .setParameter(2, tenant)
        .setParameter(3, Timestamp.from(Instant.now(clock).truncatedTo(ChronoUnit.MICROS)))
        .setParameter(4, text(origin.account()))
        .setParameter(5, text(origin.tenant()))
        .setParameter(6, origin.name())
        .setParameter(7, action.name())
        .setParameter(8, subject)
        .setParameter(9, AuditEntry.DONE)
        .setParameter(10, origin.address())
        .setParameter(11, origin.request())
        .setParameter(12, before == null ? null : Json.line(before))
        .setParameter(13, after == null ? null : Json.line(after))
        .setParameter(14, action.isReading())
        .executeUpdate();
  }

  /**
   * Newest first.
   *
   * @param tenant whose log, or null for all
   */
  @SuppressWarnings("unchecked") // a native query knows no types
  @AllowedTo({Role.OPERATE, Role.AUDIT})
  public Page<AuditEntry> list(@Nullable UUID tenant, AuditFilter filter, Page.Request page) {
    List<Object[]> rows =
        em.createNativeQuery(
                "select "
                    + COLUMNS
                    + " from audit_event where (cast(?1 as uuid) is null or tenant_id = cast(?1 as"
                    + " uuid)) and (cast(?2 as uuid) is null or id < cast(?2 as uuid))"
                    + " and (cast(?3 as text) is null or action = ?3)"
                    + " and (cast(?4 as text) is null or lower(actor) like ?4)"
                    + " and (cast(?5 as text) is null or outcome = ?5)"
                    + " and (cast(?6 as timestamptz) is null or occurred_at >= cast(?6 as"
                    + " timestamptz))"
                    + " and (cast(?7 as timestamptz) is null or occurred_at < cast(?7 as"
                    + " timestamptz)) order by id desc")
            .setParameter(1, text(tenant))
            .setParameter(2, text(page.after()))
            .setParameter(3, filter.action() == null ? null : filter.action().name())
            .setParameter(4, filter.actorPattern())
            .setParameter(
                5,
                filter.done() == null ? null : filter.done() ? AuditEntry.DONE : AuditEntry.REFUSED)
            .setParameter(6, text(filter.from()))
            .setParameter(7, text(filter.to()))
            .setMaxResults(page.limit() + 1)
            .getResultList();
    return Page.of(rows.stream().map(OperatorAudit::entry).toList(), page, AuditEntry::id);
  }

  private static AuditEntry entry(Object[] row) {
    return new AuditEntry(
        (UUID) row[0],
        (UUID) row[1],
        instant(row[2]),
        (UUID) row[3],
        (UUID) row[4],
        (String) row[5],
        AuditAction.valueOf((String) row[6]),
        (String) row[7],
        AuditEntry.DONE.equals(row[8]),
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12]);
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time
        ? time.toInstant()
        : ((Timestamp) value).toInstant();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
