package com.movierecap.api.audit;

import com.movierecap.audit.AuditEntry;
import com.movierecap.kernel.Page;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log as comma-separated values (RFC 4180), newest first. What a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
final class AuditCsv {
  static final String TYPE = "text/csv; charset=utf-8";
  private static final String HEAD =
      "id,tenant_id,occurred_at,actor_id,actor_tenant_id,actor,action,subject,outcome,address,"
          + "request_id,before,after\r\n";
  private static final int MOST = 100_000;

  private AuditCsv() {}

  /**
   * @param pages what stands behind a place in the log
   */
  static Response answer(Function<Page.Request, Page<AuditEntry>> pages) {
    var csv = new StringBuilder(HEAD);
    @Nullable UUID after = null;
    var written = 0;
    do {
      var page = pages.apply(new Page.Request(Page.Request.MAX_LIMIT, after));
      page.items().forEach(entry -> line(csv, AuditView.of(entry)));
      written += page.items().size();
      after = page.next();
    } while (after != null && written < MOST);
    return Response.ok(csv.toString(), TYPE)
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  private static void line(StringBuilder csv, AuditView view) {
    csv.append(
            Arrays.stream(
                    new @Nullable Object[] {
                      view.id(),
                      view.tenantId(),
                      view.occurredAt(),
                      view.actorId(),
                      view.actorTenantId(),
                      view.actor(),
                      view.action(),
                      view.subject(),
                      view.outcome(),
                      view.address(),
                      view.requestId(),
                      view.before(),
                      view.after()
                    })
                .map(AuditCsv::cell)
                .collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
