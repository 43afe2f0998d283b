package com.movierecap.api.audit;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditFilter;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which lines a caller wants. Times are ISO 8601 with a zone, {@code 2026-11-24T00:00:00Z}. */
public class AuditQuery {
  @QueryParam("action")
  private @Nullable String action;

  @QueryParam("actor")
  private @Nullable String actor;

  @QueryParam("outcome")
  private @Nullable String outcome;

  @QueryParam("from")
  private @Nullable String from;

  @QueryParam("to")
  private @Nullable String to;

  AuditFilter filter() {
    return new AuditFilter(action(), actor, done(), time(from, "from"), time(to, "to"));
  }

  private @Nullable AuditAction action() {
    return action == null
        ? null
        : Arrays.stream(AuditAction.values())
            .filter(a -> a.slug().equals(action))
            .findFirst()
            .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REQUEST, "action"));
  }

  private @Nullable Boolean done() {
    if (outcome == null) {
      return null;
    }
    return switch (outcome) {
      case "done" -> true;
      case "refused" -> false;
      default -> throw new ProblemException(ProblemType.INVALID_REQUEST, "outcome: done, refused");
    };
  }

  private static @Nullable Instant time(@Nullable String text, String name) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, name + ": ISO 8601");
    }
  }
}
