package com.movierecap.audit;

import com.movierecap.kernel.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** What commands do to tenants, written into those tenants' own logs without a container. */
public final class CommandAudit {
  private CommandAudit() {}

  /**
   * Joins the connection's transaction.
   *
   * @param connection of the operators' role
   * @param tenant whose log
   * @param command who does it, such as {@code recap-tools invite-operator}
   */
  public static void record(
      Connection connection,
      UUID tenant,
      String command,
      AuditAction action,
      String subject,
      Instant now)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into audit_event (tenant_id, id, occurred_at, actor, action, subject, outcome)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, tenant);
      insert.setObject(2, Ids.next());
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setString(4, command);
      insert.setString(5, action.name());
      insert.setString(6, subject);
      insert.setString(7, AuditEntry.DONE);
      insert.executeUpdate();
    }
  }
}
