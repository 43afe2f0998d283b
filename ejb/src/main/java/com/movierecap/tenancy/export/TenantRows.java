package com.movierecap.tenancy.export;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Every row of a tenant, from every table that has tenants, as they all stood at one moment. Runs
 * as the service's role with that tenant bound, as any request of the tenant does; columns that
 * their comment calls secret stay here.
 */
@ApplicationScoped
public class TenantRows {
  private static final int FETCHED_AT_ONCE = 500;

  private static final String BEGIN = "set transaction isolation level repeatable read read only";
  private static final String BIND = "select set_config('app.tenant_id', ?, true)";

  /** Tables with their secret columns. */
  private static final String TABLES =
      """
      select c.relname,
        coalesce(array_agg(a.attname::text) filter (where col_description(c.oid, a.attnum) = 'secret'), '{}')
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      group by c.relname having bool_or(a.attname = 'tenant_id') order by c.relname
      """;

  /** No transaction of the container's: this one may last longer than any of those. */
  @Resource(lookup = "jdbc/queue")
  private DataSource database;

  void of(UUID tenant, Archive archive) throws IOException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        read(connection, tenant, archive);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void read(Connection connection, UUID tenant, Archive archive)
      throws SQLException, IOException {
    try (var begin = connection.createStatement();
        var bind = connection.prepareStatement(BIND)) {
      begin.execute(BEGIN);
      bind.setString(1, tenant.toString());
      bind.execute();
    }
    rows(connection, "tenant", "id", new String[0], tenant, archive);
    for (var table : tables(connection).entrySet()) {
      rows(connection, table.getKey(), "tenant_id", table.getValue(), tenant, archive);
    }
  }

  private static Map<String, String[]> tables(Connection connection) throws SQLException {
    var tables = new LinkedHashMap<String, String[]>();
    try (var query = connection.createStatement();
        var found = query.executeQuery(TABLES)) {
      while (found.next()) {
        tables.put(found.getString(1), (String[]) found.getArray(2).getArray());
      }
    }
    return tables;
  }

  private static void rows(
      Connection connection,
      String table,
      String key,
      String[] secrets,
      UUID tenant,
      Archive archive)
      throws SQLException, IOException {
    archive.table(table);
    // the names come from PostgreSQL's own catalogue
    var sql =
        "select (to_jsonb(t) - ?::text[])::text from \"%s\" t where t.%s = ?".formatted(table, key);
    try (var query = connection.prepareStatement(sql)) {
      query.setFetchSize(FETCHED_AT_ONCE);
      query.setArray(1, connection.createArrayOf("text", secrets));
      query.setObject(2, tenant);
      try (var found = query.executeQuery()) {
        while (found.next()) {
          archive.row(table, found.getString(1));
        }
      }
    }
  }
}
