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

  private final List<String> breaks = new ArrayList<>();
  private byte[] last = {};
  private long events;
  private long expected;

  AuditChain() {}

  /**
   * What a chain was found to be.
   *
   * @param events how many were read
   * @param breaks one sentence for each place where the chain does not hold
   * @param last the last event's hash, empty for an empty chain
   */
  public record Verdict(long events, List<String> breaks, byte[] last) {}

  /**
   * One event, as it is checked.
   *
   * @param fields what its hash is made of, in order
   */
  record Link(long number, List<@Nullable String> fields, byte[] previousHash, byte[] hash) {}

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
    var chain = new AuditChain();
    while (rows.next()) {
      chain.add(link(rows));
    }
    return chain.verdict();
  }

  private static Link link(ResultSet row) throws SQLException {
    var fields = new ArrayList<@Nullable String>();
    for (var field : FIELDS) {
      fields.add(
          field == null
              ? micros(row.getObject("occurred_at", OffsetDateTime.class).toInstant())
              : row.getString(field));
    }
    return new Link(
        row.getLong("number"), fields, row.getBytes("previous_hash"), row.getBytes("hash"));
  }

  /** Looks at the next event. */
  void add(Link link) {
    events++;
    expected++;
    if (link.number() != expected) {
      breaks.add("event " + expected + " is missing");
      expected = link.number();
    }
    if (!Arrays.equals(link.previousHash(), last)) {
      breaks.add("event " + link.number() + " does not follow the one before it");
    }
    if (!Arrays.equals(link.hash(), hash(link.previousHash(), link.fields()))) {
      breaks.add("event " + link.number() + " was changed");
    }
    last = link.hash();
  }

  Verdict verdict() {
    return new Verdict(events, List.copyOf(breaks), last);
  }

  static byte[] hash(byte[] previousHash, List<@Nullable String> fields) {
    var text = new StringBuilder();
    fields.forEach(field -> text.append(part(field)));
    var digest = Sha256.digest();
    digest.update(previousHash);
    return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String part(@Nullable String value) {
    return value == null ? "-" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
  }

  static String micros(Instant instant) {
    return Long.toString(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
  }
}
