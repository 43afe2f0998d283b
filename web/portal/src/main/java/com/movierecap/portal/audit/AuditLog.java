package com.movierecap.portal.audit;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditEntry;
import com.movierecap.audit.AuditFilter;
import com.movierecap.audit.AuditService;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.kernel.Page;
import com.movierecap.portal.identity.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log that the reader may read: an administrator their organisation's, an operator any. */
@RequestScoped
public class AuditLog {
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

  static AuditFilter filter(@Nullable String actor, @Nullable String action) {
    return new AuditFilter(
        Arrays.stream(AuditAction.values())
            .filter(a -> a.slug().equals(action))
            .findFirst()
            .orElse(null),
        actor,
        null,
        null,
        null);
  }
}
