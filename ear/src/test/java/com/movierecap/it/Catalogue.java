package com.movierecap.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks {@code pg_catalog} for places where one tenant's rows could reach another. Knows no table
 * by name but those that belong to nobody, so a table that is added tomorrow is looked at tomorrow.
 */
final class Catalogue {
  /** Tables without a tenant: what they hold is said in the migration that makes them. */
  private static final String OF_NOBODY = "'tenant', 'scheduled_tasks', 'flyway_schema_history'";

  private static final String TABLES =
      """
      with ours as (
        select c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
          (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenant
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%')
      """;

  private static final List<String> CHECKS =
      List.of(
          // tables
          "select 'table ' || relname || ' has no tenant_id' from ours where relkind in ('r', 'p')"
              + " and tenant is null and relname not in ("
              + OF_NOBODY
              + ")",
          "select 'table ' || relname || ': row-level security is not forced' from ours"
              + " where relkind in ('r', 'p') and tenant is not null"
              + " and not (relrowsecurity and relforcerowsecurity)",
          "select 'table ' || relname || ' has no policy' from ours where relkind in ('r', 'p')"
              + " and tenant is not null"
              + " and not exists (select 1 from pg_policy p where p.polrelid = ours.oid)",
          "select 'policy on ' || relname || ' is not bound to the tenant for reading and writing'"
              + " from ours join pg_policy p on p.polrelid = ours.oid where not p.polpermissive"
              + " or p.polcmd <> '*' or p.polroles @> array[0::oid]"
              + " or pg_get_expr(p.polqual, p.polrelid) <> pg_get_expr(p.polwithcheck, p.polrelid)"
              + " or regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s', '', 'g') <>"
              + " '(tenant_id=(NULLIF(current_setting(''app.tenant_id''::text,true),''''::text))::uuid)'",
          "select 'table ' || relname || ' is a partition: it is read past its parent''s policy'"
              + " from ours where relispartition or exists"
              + " (select 1 from pg_inherits i where i.inhrelid = ours.oid)",
          // views and what runs with other people's rights
          "select 'view ' || relname || ' shows what its owner sees' from ours"
              + " where relkind in ('v', 'm', 'f')",
          "select 'function ' || p.proname || ' runs with its owner''s rights' from pg_proc p"
              + " join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef",
          // keys
          "select 'unique index ' || i.indexrelid::regclass || ' does not begin with tenant_id'"
              + " from pg_index i join ours on ours.oid = i.indrelid where i.indisunique"
              + " and tenant is not null and i.indkey[0] <> tenant",
          "select 'index ' || i.indexrelid::regclass || ' does not begin with tenant_id'"
              + " from pg_index i join ours on ours.oid = i.indrelid where not i.indisunique"
              + " and tenant is not null and i.indkey[0] <> tenant",
          "select 'foreign key ' || k.conname || ' can point at another tenant''s row'"
              + " from pg_constraint k join ours child on child.oid = k.conrelid"
              + " join ours parent on parent.oid = k.confrelid where k.contype = 'f'"
              + " and child.tenant is not null and parent.tenant is not null"
              + " and (k.conkey[1] <> child.tenant or k.confkey[1] <> parent.tenant)",
          "select 'foreign key ' || k.conname || ' lets a table of nobody point at a tenant''s row'"
              + " from pg_constraint k join ours child on child.oid = k.conrelid"
              + " join ours parent on parent.oid = k.confrelid where k.contype = 'f'"
              + " and child.tenant is null and parent.tenant is not null",
          // the service's role
          "select 'recap_app may step over row-level security' from pg_roles"
              + " where rolname = 'recap_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
          "select 'recap_app is a member of ' || r.rolname from pg_auth_members m"
              + " join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member"
              + " where u.rolname = 'recap_app'",
          "select 'recap_app owns ' || relname from ours join pg_roles r on r.oid = relowner"
              + " where r.rolname = 'recap_app'",
          "select 'recap_app may truncate ' || relname from ours where relkind in ('r', 'p')"
              + " and has_table_privilege('recap_app', oid, 'truncate')",
          "select 'recap_app may make objects in public'"
              + " where has_schema_privilege('recap_app', 'public', 'create')",
          "select 'recap_app may change ' || relname from ours where relname = 'tenant'"
              + " and (has_table_privilege('recap_app', oid, 'insert')"
              + " or has_table_privilege('recap_app', oid, 'update')"
              + " or has_table_privilege('recap_app', oid, 'delete'))");

  private Catalogue() {}

  /** One sentence for each leak. */
  static List<String> leaks(Connection connection) throws SQLException {
    var leaks = new ArrayList<String>();
    for (var check : CHECKS) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(TABLES + check)) {
        while (rows.next()) {
          leaks.add(rows.getString(1));
        }
      }
    }
    return leaks;
  }
}
