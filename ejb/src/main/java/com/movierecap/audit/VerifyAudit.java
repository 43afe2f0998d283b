package com.movierecap.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The command behind {@code ops/audit/verify}: checks every tenant's chain and prints its length
 * and last hash, to be kept where nobody who can write the database can write.
 */
public final class VerifyAudit {
  private VerifyAudit() {}

  /**
   * Exits with 0 where every chain holds and 1 where one does not.
   *
   * @param args ids of tenants; none for all
   */
  public static void main(String[] args) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            required("POSTGRES_URL"),
            required("POSTGRES_OPERATOR_USER"),
            required("POSTGRES_OPERATOR_PASSWORD"))) {
      System.exit(run(connection, List.of(args), System.out) ? 0 : 1);
    }
  }

  /**
   * @return whether every chain holds
   */
  public static boolean run(Connection connection, List<String> tenants, PrintStream out)
      throws SQLException {
    // a chain that grows meanwhile is read as it stood at one moment, and not into memory at once
    connection.setAutoCommit(false);
    var holds = true;
    for (var tenant : tenants.isEmpty() ? all(connection) : ids(tenants)) {
      var verdict = AuditChain.verify(connection, tenant);
      out.printf(
          "%s %d events, last %s: %s%n",
          tenant,
          verdict.events(),
          verdict.last().length == 0 ? "-" : HexFormat.of().formatHex(verdict.last()),
          verdict.breaks().isEmpty() ? "holds" : "BROKEN");
      verdict.breaks().forEach(sentence -> out.println("  " + sentence));
      holds &= verdict.breaks().isEmpty();
    }
    connection.rollback();
    return holds;
  }

  private static List<UUID> ids(List<String> tenants) {
    return tenants.stream().map(UUID::fromString).toList();
  }

  private static List<UUID> all(Connection connection) throws SQLException {
    var ids = new ArrayList<UUID>();
    try (var query = connection.createStatement();
        var rows = query.executeQuery("select id from tenant order by id")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static String required(String variable) {
    var value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(variable + " is not set");
    }
    return value;
  }
}
