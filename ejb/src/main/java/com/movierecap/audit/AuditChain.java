package com.movierecap.audit;

import com.movierecap.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tenant's chain: numbers without a gap, each event's hash that of its own fields and of
 * the hash before it. The hash is SHA-256 over the previous hash and then each field as its length
 * in bytes of UTF-8, a colon and the text, or a dash where there is none, as {@code audit_chain()}
 * in the migrations computes it. A chain that was cut off at its end still verifies; keep the last
 * hash elsewhere to see that too.
 */
public final class AuditChain {
  private static final String[] FIELDS = {
    "tenant_id",
    "id",
    "number",
    null,
    "actor_id",
    "actor_tenant_id",
    "actor",
    "action",
    "subject",
    "outcome",
    "address",
    "request",
    "before",
    "after"
  };

  private AuditChain() {}

  /**
   * What a chain was found to be.
   *
   * @param events how many were read
   * @param breaks one sentence for each place where the chain does not hold
   * @param last the last event's hash, empty for an empty chain
   */
  public record Verdict(long events, List<String> breaks, byte[] last) {}

  /**
   * @param connection of a role that may read the tenant's log
   */
  public static Verdict verify(Connection connection, UUID tenant) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select * from audit_event where tenant_id = ? order by number")) {
      query.setFetchSize(1000);
      query.setObject(1, tenant);
      try (var rows = query.executeQuery()) {
        return verify(rows);
      }
    }
  }

  private static Verdict verify(ResultSet rows) throws SQLException {
    var breaks = new ArrayList<String>();
    byte[] previous = {};
    long expected = 0;
    while (rows.next()) {
      expected++;
      var number = rows.getLong("number");
      if (number != expected) {
        breaks.add("event " + expected + " is missing");
        expected = number;
      }
      if (!Arrays.equals(rows.getBytes("previous_hash"), previous)) {
        breaks.add("event " + number + " does not follow the one before it");
      }
      var hash = rows.getBytes("hash");
      if (!Arrays.equals(hash, hash(rows))) {
        breaks.add("event " + number + " was changed");
      }
      previous = hash;
    }
    return new Verdict(expected, List.copyOf(breaks), previous);
  }

  private static byte[] hash(ResultSet row) throws SQLException {
    var text = new StringBuilder();
    for (var field : FIELDS) {
      text.append(
          part(
              field == null
                  ? micros(row.getObject("occurred_at", OffsetDateTime.class).toInstant())
                  : row.getString(field)));
    }
    var digest = Sha256.digest();
    digest.update(row.getBytes("previous_hash"));
    return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String part(@Nullable String value) {
    return value == null ? "-" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
  }

  private static String micros(Instant instant) {
    return Long.toString(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
  }
}
