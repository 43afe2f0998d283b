package com.movierecap.audit;

import com.movierecap.kernel.Page;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log as comma-separated values (RFC 4180), newest first. What a spreadsheet would take for a
 * formula, in full-width characters too, gets an apostrophe before it.
 */
public final class AuditCsv {
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8";
  public static final String DISPOSITION = "attachment; filename=\"audit.csv\"";
  private static final String HEAD =
      "id,tenant_id,occurred_at,actor_id,actor_tenant_id,actor,action,subject,outcome,address,"
          + "request_id,before,after\r\n";
  private static final int MOST = 100_000;

  private AuditCsv() {}

  /**
   * @param pages what stands behind a place in the log
   * @return at most 100,000 lines
   */
  public static String of(Function<Page.Request, Page<AuditEntry>> pages) {
    var csv = new StringBuilder(HEAD);
    @Nullable UUID after = null;
    var written = 0;
    do {
      var page = pages.apply(new Page.Request(Page.Request.MAX_LIMIT, after));
      page.items().forEach(entry -> csv.append(line(entry)).append("\r\n"));
      written += page.items().size();
      after = page.next();
    } while (after != null && written < MOST);
    return csv.toString();
  }

  private static String line(AuditEntry entry) {
    return Arrays.stream(
            new @Nullable Object[] {
              entry.id(),
              entry.tenant(),
              entry.occurredAt(),
              entry.actorId(),
              entry.actorTenant(),
              entry.actor(),
              entry.action().slug(),
              entry.subject(),
              entry.outcome(),
              entry.address(),
              entry.request(),
              entry.before(),
              entry.after()
            })
        .map(AuditCsv::cell)
        .collect(Collectors.joining(","));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    var safe = text.matches("(?s)[=+\\-@＝＋－＠\\t\\r\\n].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
