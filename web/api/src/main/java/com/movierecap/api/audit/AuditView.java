package com.movierecap.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.movierecap.audit.AuditCsv;
import com.movierecap.audit.AuditEntry;
import com.movierecap.kernel.Page;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log, as {@link AuditEntry} has it; settings before and after are JSON themselves.
 */
public record AuditView(
    UUID id,
    UUID tenantId,
    String occurredAt,
    @Nullable UUID actorId,
    @Nullable UUID actorTenantId,
    String actor,
    String action,
    String subject,
    String outcome,
    @Nullable String address,
    @Nullable String requestId,
    @JsonRawValue @Nullable String before,
    @JsonRawValue @Nullable String after) {

  public record Listing(List<AuditView> items, @Nullable String next) {
    static Listing of(Page<AuditEntry> page, @Nullable String next) {
      return new Listing(page.items().stream().map(AuditView::of).toList(), next);
    }
  }

  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.id(),
        entry.tenant(),
        entry.occurredAt().toString(),
        entry.actorId(),
        entry.actorTenant(),
        entry.actor(),
        entry.action().slug(),
        entry.subject(),
        entry.outcome(),
        entry.address(),
        entry.request(),
        entry.before(),
        entry.after());
  }

  static Response csv(String lines) {
    return Response.ok(lines, AuditCsv.MEDIA_TYPE)
        .header("Content-Disposition", AuditCsv.DISPOSITION)
        .build();
  }
}
