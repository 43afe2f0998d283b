package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attacks in SQL on every table, and that they succeed where a guard is broken on purpose. */
class SqlAttackIT {
  private UUID acme;
  private UUID globex;

  /** Two tenants with a row in every table, made by hand where no request makes one so quickly. */
  @BeforeEach
  void rowsInEveryTable() throws SQLException {
    try (var owner = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE)) {
      acme = id(owner, "acme");
      globex = id(owner, "globex");
    }
  }

  @Test
  void noStatementOfOneTenantReachesAnother() throws SQLException {
    try (var superuser = attacked()) {
      assertThat(SqlAttacks.run(superuser, globex, acme)).isEmpty();
      superuser.rollback();
    }
  }

  @Test
  void everyTableIsAttackedWithRowsInIt() throws SQLException {
    try (var superuser = attacked()) {
      for (var table : Catalogue.tenantTables(superuser)) {
        for (var tenant : new UUID[] {acme, globex}) {
          try (var query = superuser.createStatement();
              var rows =
                  query.executeQuery(
                      "select count(*) from " + table + " where tenant_id = '" + tenant + "'")) {
            rows.next();
            assertThat(rows.getLong(1)).as("%s: needs a row in seed()", table).isPositive();
          }
        }
      }
      superuser.rollback();
    }
  }

  /** The five worst slips, each made in a transaction that is rolled back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table movie disable row level security                                              | movie: read
          create policy slip on account to recap_app using (true) with check (true)                 | account: changed
          alter role recap_app bypassrls                                                            | usage_record: read
          drop policy tenant_isolation on recap; create policy tenant_isolation on recap to recap_app using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (true) | recap: a row put there
          alter table account add unique (id); alter table sign_in drop constraint sign_in_tenant_id_account_id_fkey; update sign_in set account_id = (select min(id::text)::uuid from account where tenant_id <> sign_in.tenant_id); alter table sign_in add foreign key (account_id) references account (id) on delete cascade; | sign_in: deleted by deleting accounts
          """)
  void aBrokenGuardIsNoticed(String slip, String crossing) throws SQLException {
    try (var superuser = attacked()) {
      try (var statement = superuser.createStatement()) {
        statement.execute(slip);
      }
      assertThat(SqlAttacks.run(superuser, globex, acme))
          .anyMatch(found -> found.startsWith(crossing));
      superuser.rollback();
    }
  }

  @Test
  void aTenantThatWasChangedInTheMiddleIsPutBackByASavepoint() throws SQLException {
    try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE)) {
      app.setAutoCommit(false);
      bind(app, acme);
      execute(app, "savepoint before");
      bind(app, globex);
      execute(app, "rollback to savepoint before");
      assertThat(bound(app)).isEqualTo(acme.toString());
      app.rollback();
      assertThat(bound(app)).isIn("", null);
    }
  }

  @Test
  void whatOnlyReadsCannotWrite() throws SQLException {
    try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE)) {
      app.setAutoCommit(false);
      bind(app, acme);
      execute(app, "select set_config('transaction_read_only', 'on', true)");
      assertThatThrownBy(() -> execute(app, "update account set version = version + 1"))
          .hasMessageContaining("read-only");
      app.rollback();
    }
  }

  /** A setting that outlives its transaction would be the next borrower's tenant. */
  @Test
  void noSourceBindsATenantForLongerThanATransaction() throws IOException {
    for (var root :
        new String[] {"ejb/src/main", "web/api/src/main", "web/portal/src/main", "db"}) {
      try (var files = Files.walk(TestStack.PROJECT.resolve(root))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|sql|xml)")).toList()) {
          assertThat(Files.readString(file).replaceAll("\\s+", " "))
              .as("%s", file)
              .doesNotContainPattern("set_config\\([^)]*false *\\)")
              .doesNotContainPattern("(?i)set (session )?app\\.tenant_id")
              .doesNotContain("tenants-share-cache")
              .doesNotContain("allow-native-sql-queries");
        }
      }
    }
  }

  private Connection attacked() throws SQLException {
    var superuser = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
    superuser.setAutoCommit(false);
    for (var tenant : new UUID[] {acme, globex}) {
      seed(superuser, tenant);
    }
    return superuser;
  }

  /** A row in each table; a table that is added tomorrow fails the test above until it is here. */
  private static void seed(Connection superuser, UUID tenant) throws SQLException {
    bind(superuser, tenant);
    var account = UUID.randomUUID();
    var job = UUID.randomUUID();
    var movie = UUID.randomUUID();
    var signIn = UUID.randomUUID();
    var factor = UUID.randomUUID();
    for (var row :
        new String[] {
          "account (tenant_id, id, email, display_name, password_hash, role) values (T, '%s', '%s@x.example', 'X', 'x', 'VIEWER')"
              .formatted(account, account),
          "sign_in (tenant_id, id, account_id, created_at, expires_at) values (T, '%s', '%s', now(), now())"
              .formatted(signIn, account),
          "refresh_token (tenant_id, id, sign_in_id, token_hash, issued_at, expires_at) values (T, uuidv7(), '%s', '%s', now(), now())"
              .formatted(signIn, signIn),
          "job (tenant_id, id, kind, subject_id, status, created_at) values (T, '%s', 'ANALYSE', '%s', 'QUEUED', now())"
              .formatted(job, movie),
          "movie (tenant_id, id, title, file_name, file_bytes, container, has_subtitles, analysis_job_id, created_by, created_at) values (T, '%s', 'X', 'x', 1, 'MP4', false, '%s', '%s', now())"
              .formatted(movie, job, account),
          "recap (tenant_id, id, movie_id, job_id, request, created_by, created_at) values (T, uuidv7(), '%s', '%s', '{}', '%s', now())"
              .formatted(movie, job, account),
          "usage_record (tenant_id, id, meter, quantity, occurred_at) values (T, uuidv7(), 'API_CALLS', 1, now())",
          "idempotent_request (tenant_id, id, account_id, idempotency_key, request_hash, result_id, created_at) values (T, uuidv7(), '%s', 'x', 'x', '%s', now())"
              .formatted(account, movie),
          "tenant_domain (tenant_id, id, domain, token, created_at) values (T, uuidv7(), '%s.example', 'x', now())"
              .formatted(account),
          "invitation (tenant_id, id, email, role, token_hash, created_at, expires_at) values (T, uuidv7(), 'x@x.example', 'VIEWER', '%s', now(), now())"
              .formatted(account),
          "audit_event (tenant_id, id, occurred_at, actor, action, subject, outcome) values (T, uuidv7(), now(), 'x', 'SIGN_IN', 'x', 'DONE')",
          "second_factor (tenant_id, id, account_id, secret, created_at) values (T, '%s', '%s', 'x', now())"
              .formatted(factor, account),
          "recovery_code (tenant_id, id, account_id, code_hash) values (T, uuidv7(), '%s', 'x')"
              .formatted(account),
          "passkey (tenant_id, id, account_id, name, host, credential_id, credential, synced, uses, created_at) values (T, uuidv7(), '%s', 'x', 'x', '%s', 'x', false, 0, now())"
              .formatted(account, account),
          "remembered_device (tenant_id, id, account_id, token_hash, created_at, expires_at) values (T, uuidv7(), '%s', 'x', now(), now())"
              .formatted(account),
          "tenant_watermark (tenant_id, id, picture_id, picture_bytes, width, height, corner, opacity, changed_at) values (T, uuidv7(), uuidv7(), 1, 1, 1, 'TOP_LEFT', 1, now()) on conflict do nothing",
          "sso_provider (tenant_id, id, settings, client_secret) values (T, uuidv7(), '{}', 'x') on conflict (tenant_id) do nothing",
          "sso_identity (tenant_id, id, account_id, issuer, subject, created_at) values (T, uuidv7(), '%s', 'x', 'x', now())"
              .formatted(account),
          "tenant_export (tenant_id, id, job_id, requested_by, created_at) values (T, uuidv7(), '%s', 'x', now())"
              .formatted(job),
          "mail (tenant_id, id, job_id, kind, recipient, language, created_at) values (T, uuidv7(), '%s', 'INVITATION', 'x@x.example', 'en', now())"
              .formatted(job),
          "api_key (tenant_id, id, account_id, name, prefix, key_hash, scopes, created_at, expires_at) values (T, uuidv7(), '%s', 'x', 'mrk_%s', 'x', 'READ', now(), now())"
              .formatted(account, account.toString().substring(0, 8)),
          "account_link (tenant_id, id, account_id, purpose, token_hash, created_at, expires_at) values (T, uuidv7(), '%s', 'PASSWORD', 'x', now(), now())"
              .formatted(account)
        }) {
      execute(superuser, "insert into " + row.replace("(T,", "('" + tenant + "',"));
    }
  }

  private static UUID id(Connection connection, String slug) throws SQLException {
    try (var query = connection.createStatement();
        var rows = query.executeQuery("select id from tenant where slug = '" + slug + "'")) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  private static void bind(Connection connection, UUID tenant) throws SQLException {
    execute(connection, "select set_config('app.tenant_id', '" + tenant + "', true)");
  }

  private static String bound(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var rows = query.executeQuery("select current_setting('app.tenant_id', true)")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
