package com.movierecap.tools;

import com.movierecap.audit.AuditChain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks every tenant's chain and prints its length and last hash, to be kept where nobody who can
 * write the database can write.
 */
@Command(
    name = "verify-audit",
    description = {
      "Checks that nobody has touched the audit log. Prints each chain's length and last hash; keep"
          + " the hashes elsewhere, since a chain that was cut off at its end still holds by itself."
          + " Exits with 1 where a chain does not hold.",
      "",
      "Environment: POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DATABASE (recap),"
          + " POSTGRES_OPERATOR_USER, POSTGRES_OPERATOR_PASSWORD."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tools.Version.class)
final class VerifyAudit implements Callable<Integer> {
  private final Settings settings;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TENANT-ID", description = "Whose; all tenants where none is named.")
  private List<UUID> tenants = new ArrayList<>();

  VerifyAudit(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws SQLException {
    try (var connection = settings.database("OPERATOR").connect()) {
      // a chain that grows meanwhile is read as it stood at one moment, and not into memory at once
      connection.setAutoCommit(false);
      var holds = true;
      for (var tenant : tenants.isEmpty() ? all(connection) : tenants) {
        holds &= holds(connection, tenant);
      }
      connection.rollback();
      return holds ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private boolean holds(Connection connection, UUID tenant) throws SQLException {
    var verdict = AuditChain.verify(connection, tenant);
    var out = spec.commandLine().getOut();
    out.printf(
        "%s %d events, last %s: %s%n",
        tenant,
        verdict.events(),
        verdict.last().length == 0 ? "-" : HexFormat.of().formatHex(verdict.last()),
        verdict.breaks().isEmpty() ? "holds" : "BROKEN");
    verdict.breaks().forEach(sentence -> out.println("  " + sentence));
    return verdict.breaks().isEmpty();
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
}
