package com.movierecap.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a tenant's request would try if it could write its own SQL: every table there is, as the
 * service's role, bound to one tenant and reaching for another. Works inside the connection's
 * transaction, so that a guard can be broken before it and put back after it.
 */
final class SqlAttacks {
  /** No right, row-level security included; and the audit log's own trigger. */
  private static final Set<String> REFUSALS = Set.of("42501", "P0001");

  private final Connection connection;
  private final UUID own;
  private final UUID other;
  private final List<String> crossings = new ArrayList<>();

  private SqlAttacks(Connection connection, UUID own, UUID other) {
    this.connection = connection;
    this.own = own;
    this.other = other;
  }

  /**
   * @param connection of a superuser, who becomes the service's role for the attacks
   * @param other a tenant that has rows
   * @return one sentence for each attack that reached the other tenant's rows
   */
  static List<String> run(Connection connection, UUID own, UUID other) throws SQLException {
    var attacks = new SqlAttacks(connection, own, other);
    var tables = Catalogue.tenantTables(connection);
    attacks.execute("set local role recap_app");
    attacks.bind(own.toString());
    for (var table : tables) {
      attacks.on(table);
    }
    attacks.cascades();
    attacks.bind("");
    for (var table : tables) {
      attacks.unbound(table);
    }
    attacks.execute("reset role");
    return attacks.crossings;
  }

  private void on(String table) throws SQLException {
    var theirs = " where tenant_id = '" + other + "'";
    reached(table + ": read", "select count(*) from " + table + theirs);
    reached(
        table + ": read without naming a tenant",
        "select count(*) from " + table + " where tenant_id <> '" + own + "'");
    changed(table + ": changed", "update " + table + " set tenant_id = tenant_id" + theirs);
    changed(table + ": deleted", "delete from " + table + theirs);
    changed(
        table + ": a row moved there",
        "update %s set tenant_id = '%s' where tenant_id = '%s'".formatted(table, other, own));
    // a row of one's own under the other's name, with keys that are free
    changed(
        table + ": a row put there",
        """
        insert into %1$s select (jsonb_populate_record(t, jsonb_build_object('tenant_id', '%2$s', 'id', uuidv7()))).*
        from %1$s t where tenant_id = '%3$s' limit 1
        """
            .formatted(table, other, own));
    changed(table + ": emptied", "truncate " + table + " cascade");
    reached(
        table + ": read with row security off",
        "set local row_security = off; select count(*) from " + table);
  }

  /** Deleting what is one's own must not take along what is somebody else's. */
  private void cascades() throws SQLException {
    execute("reset role");
    bind(other.toString());
    long before = count("select count(*) from sign_in where tenant_id = '" + other + "'");
    execute("savepoint attack");
    execute("set local role recap_app");
    bind(own.toString());
    for (var account : strings("select id from account")) {
      attempt("delete from account where id = '" + account + "'");
    }
    execute("reset role");
    bind(other.toString());
    if (count("select count(*) from sign_in where tenant_id = '" + other + "'") != before) {
      crossings.add("sign_in: deleted by deleting accounts of one's own");
    }
    execute("rollback to savepoint attack");
    execute("set local role recap_app");
    bind(own.toString());
  }

  private void unbound(String table) throws SQLException {
    // a host name is looked for by whoever has no tenant yet, once it is proven
    var proven = table.equals("tenant_domain") ? " where verified_at is null" : "";
    reached(table + ": read by nobody", "select count(*) from " + table + proven);
  }

  private void reached(String what, String query) throws SQLException {
    execute("savepoint attack");
    try {
      if (count(query) > 0) {
        crossings.add(what);
      }
    } catch (SQLException e) {
      mustBeRefusal(what, e);
    }
    execute("rollback to savepoint attack");
  }

  private void changed(String what, String statement) throws SQLException {
    execute("savepoint attack");
    try (var run = connection.createStatement()) {
      if (run.executeUpdate(statement) > 0 || statement.startsWith("truncate")) {
        crossings.add(what);
      }
    } catch (SQLException e) {
      mustBeRefusal(what, e);
    }
    execute("rollback to savepoint attack");
  }

  /** What fails for another reason, such as a key that is taken, had got past the guard. */
  private void mustBeRefusal(String what, SQLException error) {
    if (!REFUSALS.contains(error.getSQLState())) {
      crossings.add(what + ", but for: " + error.getMessage());
    }
  }

  private void attempt(String statement) throws SQLException {
    execute("savepoint attempt");
    try {
      execute(statement);
    } catch (SQLException e) {
      execute("rollback to savepoint attempt");
    }
  }

  private void bind(String tenant) throws SQLException {
    execute("select set_config('app.tenant_id', '" + tenant + "', true)");
  }

  private List<String> strings(String query) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private long count(String query) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(query);
      while (statement.getResultSet() == null) {
        statement.getMoreResults();
      }
      try (var rows = statement.getResultSet()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
