package com.movierecap.usage;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any tenant's usage, as operators see it; each look is written into that tenant's log. */
@Stateless
@AllowedTo({Role.OPERATE, Role.AUDIT})
public class OperatorUsage {
  private static final int LONGEST = 400;

  /** One row a day, with the store's contents as the sum of all that came and went before. */
  private static final String DAYS =
      """
      select cast(d.day as date),
        (select coalesce(sum(u.quantity), 0) from usage_record u
          where u.tenant_id = ?1 and u.meter = 'STORAGE_BYTES' and u.occurred_at < d.day + interval '1 day'),
        (select coalesce(sum(u.quantity), 0) from usage_record u
          where u.tenant_id = ?1 and u.meter = 'PROCESSING_SECONDS'
            and u.occurred_at >= d.day and u.occurred_at < d.day + interval '1 day'),
        (select coalesce(sum(u.quantity), 0) from usage_record u
          where u.tenant_id = ?1 and u.meter = 'API_CALLS'
            and u.occurred_at >= d.day and u.occurred_at < d.day + interval '1 day'),
        (select count(*) from movie m
          where m.tenant_id = ?1 and m.created_at >= d.day and m.created_at < d.day + interval '1 day'),
        (select count(*) from recap r
          where r.tenant_id = ?1 and r.created_at >= d.day and r.created_at < d.day + interval '1 day')
      from (select cast(cast(?2 as date) + n as timestamp) at time zone 'UTC' as day
        from generate_series(0, ?3) n) d order by 1
      """;

  private static final String COUNTS =
      """
      select (select count(*) from movie m where m.tenant_id = ?1),
        (select count(*) from recap r where r.tenant_id = ?1),
        (select count(*) from account a where a.tenant_id = ?1 and a.status = 'ACTIVE' and a.kind = 'PERSON')
      """;

  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorAudit audit;
  @Inject private Clock clock;

  /**
   * @param from the first day, UTC; null for the first of the last day's month
   * @param to the last day, UTC; null for today
   * @throws ProblemException where there is no such tenant, or the days are too many or backwards
   */
  @SuppressWarnings("unchecked") // a native query knows no types
  public TenantUsage read(UUID id, @Nullable LocalDate from, @Nullable LocalDate to) {
    var tenant = em.find(Tenant.class, id);
    if (tenant == null) {
      throw ProblemException.notFound();
    }
    var last = to == null ? LocalDate.now(clock) : to;
    var first = from == null ? last.withDayOfMonth(1) : from;
    var span = ChronoUnit.DAYS.between(first, last);
    if (span < 0 || span >= LONGEST) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "from–to: 1–" + LONGEST + " d");
    }
    audit.record(id, AuditAction.USAGE_READ, first + "–" + last, null, null);
    List<Object[]> rows =
        em.createNativeQuery(DAYS)
            .setParameter(1, id)
            .setParameter(2, first.toString())
            .setParameter(3, (int) span)
            .getResultList();
    var days = rows.stream().map(OperatorUsage::day).toList();
    var counts = (Object[]) em.createNativeQuery(COUNTS).setParameter(1, id).getSingleResult();
    var plan = tenant.plan();
    return new TenantUsage(
        id,
        first,
        last,
        days.get(days.size() - 1).storageBytes(),
        sum(days.stream().map(TenantUsage.Day::processingSeconds).toList()),
        sum(days.stream().map(TenantUsage.Day::apiCalls).toList()),
        number(counts[0]),
        number(counts[1]),
        number(counts[2]),
        new TenantUsage.Limits(limit(plan.storageBytes()), limit(plan.processingSeconds())),
        days);
  }

  private static TenantUsage.Day day(Object[] row) {
    return new TenantUsage.Day(
        LocalDate.parse(row[0].toString()),
        (BigDecimal) row[1],
        (BigDecimal) row[2],
        (BigDecimal) row[3],
        number(row[4]),
        number(row[5]));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static @Nullable Long limit(OptionalLong limit) {
    return limit.isPresent() ? limit.getAsLong() : null;
  }
}
