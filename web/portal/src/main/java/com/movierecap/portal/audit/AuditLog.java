package com.movierecap.portal.audit;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditEntry;
import com.movierecap.audit.AuditFilter;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.kernel.Page;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log that the reader may read: an administrator their organisation's, an operator any. */
@RequestScoped
public class AuditLog {
  /** Years that the database knows too. */
  private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d\\d-\\d\\d");

  @Inject private AuditService own;
  @Inject private OperatorAudit all;
  @Inject private Permissions may;

  /**
   * @param tenant whose, for operators; null for all
   */
  Page<AuditEntry> page(@Nullable UUID tenant, AuditFilter filter, Page.Request request) {
    may.mustReadTheLog();
    return may.isOperate() ? all.list(tenant, filter, request) : own.list(filter, request);
  }

  /** Notes that somebody looks at other people's log, or takes one away. */
  void note(AuditAction action, @Nullable UUID tenant) {
    may.mustReadTheLog();
    if (may.isOperate() || action == AuditAction.AUDIT_EXPORTED) {
      own.recordReading(action, tenant == null ? "*" : tenant.toString());
    }
  }

  /**
   * @param from the first day, as {@code 2026-11-30}; null or anything else for the beginning
   * @param to the last day
   * @param zone in which the days are meant, as {@code Europe/Berlin}; UTC where there is no such
   */
  static AuditFilter filter(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String from,
      @Nullable String to,
      @Nullable String zone) {
    var at = zone(zone);
    return new AuditFilter(
        Arrays.stream(AuditAction.values())
            .filter(a -> a.slug().equals(action))
            .findFirst()
            .orElse(null),
        actor,
        null,
        day(from).map(day -> day.atStartOfDay(at).toInstant()).orElse(null),
        day(to).map(day -> day.plusDays(1).atStartOfDay(at).toInstant()).orElse(null));
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    if (text == null || !DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static ZoneId zone(@Nullable String name) {
    return name != null && ZoneId.getAvailableZoneIds().contains(name)
        ? ZoneId.of(name)
        : ZoneOffset.UTC;
  }
}
