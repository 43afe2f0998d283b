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
  private static final String OF_NOBODY =
      "'tenant', 'plan', 'scheduled_tasks', 'scheduled_mails', 'scheduled_recurring', 'flyway_schema_history'";

  /** What operators may do with tenants' tables: policies by name, command and condition. */
  private static final String OF_OPERATORS =
      "('operator_reads', 'r', 'true', null), ('operator_makes', 'a', null, 'true'),"
          + " ('operator_changes', 'w', 'true', 'true')";

  /** And which columns of which tables they may read; of a table that is not named, none. */
  private static final String READ_BY_OPERATORS =
      "('account', '{tenant_id,id,kind,status,created_at}'), ('movie', '{tenant_id,id,created_at}'),"
          + " ('recap', '{tenant_id,id,created_at}'),"
          + " ('usage_record', '{tenant_id,id,meter,quantity,occurred_at}'),"
          + " ('tenant_export', '{tenant_id,id,expires_at}'),"
          + " ('tenant_domain', '{tenant_id,id,domain,created_at,verified_at}'),"
          + " ('tenant_settings', null), ('audit_event', null)";

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
              + " and not exists (select 1 from pg_policy p where p.polrelid = ours.oid and p.polcmd = '*')",
          "select 'policy on ' || relname || ' is not bound to the tenant for reading and writing'"
              + " from ours join pg_policy p on p.polrelid = ours.oid where tenant is not null"
              + " and (not p.polpermissive or p.polcmd <> '*' or p.polroles @> array[0::oid]"
              + " or pg_get_expr(p.polqual, p.polrelid) is distinct from"
              + " pg_get_expr(p.polwithcheck, p.polrelid)"
              + " or regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s', '', 'g') <>"
              + " '(tenant_id=(NULLIF(current_setting(''app.tenant_id''::text,true),''''::text))::uuid)')"
              // a host name is looked for by whoever has no tenant yet
              + " and not (p.polname = 'hosts' and relname = 'tenant_domain' and p.polcmd = 'r'"
              + " and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s', '', 'g') ="
              + " '((verified_atISNOTNULL)AND(NULLIF(current_setting(''app.tenant_id''::text,true),''''::text)ISNULL))')"
              + " and not (p.polroles = array['recap_operator'::regrole::oid]"
              + " and exists (select 1 from (values "
              + OF_OPERATORS
              + ") o(name, command, qual, checked)"
              + " where o.name = p.polname and o.command = p.polcmd::text"
              + " and o.qual is not distinct from pg_get_expr(p.polqual, p.polrelid)"
              + " and o.checked is not distinct from pg_get_expr(p.polwithcheck, p.polrelid)))",
          // exports leave out what says of itself that it is secret
          "select 'column ' || relname || '.' || a.attname || ' is secret and does not say so'"
              + " from ours join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0"
              + " and not a.attisdropped where tenant is not null and relkind in ('r', 'p')"
              + " and a.attname ~ '(password|secret|private|token_hash|code_hash)'"
              + " and col_description(ours.oid, a.attnum) is distinct from 'secret'",
          "select 'sequence ' || relname || ' tells how much everybody does' from ours"
              + " where relkind = 'S'",
          // operators
          "select 'recap_operator may read ' || relname || '.' || a.attname from ours join"
              + " pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped"
              + " where tenant is not null"
              + " and has_column_privilege('recap_operator', ours.oid, a.attnum, 'select')"
              + " and not exists (select 1 from (values "
              + READ_BY_OPERATORS
              + ") r(name, columns) where r.name = relname"
              + " and (r.columns is null or a.attname = any (r.columns::text[])))",
          "select 'recap_operator may delete from ' || relname from ours"
              + " where tenant is not null and has_table_privilege('recap_operator', oid, 'delete')",
          "select 'table ' || relname || ' does not go with its tenant' from ours"
              + " where relkind in ('r', 'p') and tenant is not null and not exists"
              + " (select 1 from pg_constraint k where k.conrelid = ours.oid and k.contype = 'f'"
              + " and k.confrelid = 'tenant'::regclass and k.confdeltype = 'c'"
              + " and k.conkey = array[tenant])",
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
              + " and tenant is not null and i.indkey[0] <> tenant"
              // a name on the Internet is one tenant's alone, whoever proves it
              + " and i.indexrelid::regclass::text <> 'tenant_domain_owner'",
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
          "select rolname || ' may step over row-level security' from pg_roles"
              + " where rolname in ('recap_app', 'recap_operator') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
          "select u.rolname || ' is a member of ' || r.rolname from pg_auth_members m"
              + " join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member"
              + " where u.rolname in ('recap_app', 'recap_operator')",
          "select r.rolname || ' owns ' || relname from ours join pg_roles r on r.oid = relowner"
              + " where r.rolname in ('recap_app', 'recap_operator')",
          "select 'recap_app may truncate ' || relname from ours where relkind in ('r', 'p')"
              + " and has_table_privilege('recap_app', oid, 'truncate')",
          "select 'recap_app may make objects in public'"
              + " where has_schema_privilege('recap_app', 'public', 'create')",
          "select 'recap_app may change ' || relname from ours where relname = 'tenant'"
              + " and (has_table_privilege('recap_app', oid, 'insert')"
              + " or has_table_privilege('recap_app', oid, 'update')"
              + " or has_table_privilege('recap_app', oid, 'delete'))");

  private Catalogue() {}

  /** Every table whose rows are tenants'. */
  static List<String> tenantTables(Connection connection) throws SQLException {
    return strings(
        connection,
        TABLES + "select relname from ours where relkind in ('r', 'p') and tenant is not null");
  }

  /** One sentence for each leak. */
  static List<String> leaks(Connection connection) throws SQLException {
    var leaks = new ArrayList<String>();
    for (var check : CHECKS) {
      leaks.addAll(strings(connection, TABLES + check));
    }
    return leaks;
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
