package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.local.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database's own lock between tenants. */
class TenantCatalogueIT {
  @Test
  void noTableViewIndexOrForeignKeyCanLeak() throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      assertThat(Catalogue.leaks(owner)).isEmpty();
    }
  }

  /** Each line opens one hole in a transaction that is rolled back; the walk must see it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table note (id uuid primary key, text text)                            | table note has no tenant_id
          alter table movie no force row level security                                 | table movie: row-level security is not forced
          alter table job disable row level security                                    | table job: row-level security is not forced
          drop policy tenant_isolation on recap                                         | table recap has no policy
          create policy hole on movie for select to recap_app using (true)              | policy on movie
          create policy hole on movie to public using (true)                            | policy on movie
          create view films as select * from movie                                      | view films
          create materialized view films as select 1 as x                               | view films
          create function f() returns int language sql security definer as 'select 1'   | function f
          create unique index titles on movie (id)                                      | unique index titles
          create index titles on movie (title)                                          | index titles
          alter table movie add unique (id); alter table recap add foreign key (movie_id) references movie (id) | foreign key recap_movie_id_fkey
          create table child () inherits (movie)                                        | table child is a partition
          grant truncate on movie to recap_app                                          | recap_app may truncate movie
          grant update on tenant to recap_app                                           | recap_app may change tenant
          create policy operator_reads on job for select to recap_operator using (1 = 1)| policy on job
          grant select on movie to recap_operator                                       | recap_operator may read movie.title
          grant delete on movie to recap_operator                                       | recap_operator may delete from movie
          alter table recap drop constraint recap_tenant_id_fkey                        | table recap does not go with its tenant
          comment on column account.password_hash is null                               | column account.password_hash is secret
          create sequence invoice_number                                                | sequence invoice_number
          grant create on schema public to recap_app                                    | recap_app may make objects
          """)
  void theWalkNoticesWhenAGuardIsBroken(String hole, String leak) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      owner.setAutoCommit(false);
      try (var statement = owner.createStatement()) {
        statement.execute(hole);
      }
      assertThat(Catalogue.leaks(owner)).anyMatch(found -> found.startsWith(leak));
      owner.rollback();
    }
  }

  /** Of what is added tomorrow the walk sees that it was not isolated, and that it was. */
  @Test
  void aTableIsIsolatedByOneCall() throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      owner.setAutoCommit(false);
      try (var statement = owner.createStatement()) {
        statement.execute(
            "create table note (tenant_id uuid not null references tenant (id) on delete cascade,"
                + " id uuid not null, primary key (tenant_id, id))");
        assertThat(Catalogue.leaks(owner)).isNotEmpty();
        statement.execute("select isolate('note')");
      }
      assertThat(Catalogue.leaks(owner)).isEmpty();
      owner.rollback();
    }
  }

  @Test
  void theServicesRoleSeesNothingWithoutATenantAndOnlyItsOwnWithOne() throws SQLException {
    try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE)) {
      app.setAutoCommit(false);
      assertThat(count(app, "select count(*) from account")).isZero();
      bind(app, id(app, "acme"));
      assertThat(count(app, "select count(*) from account where kind = 'PERSON'")).isEqualTo(3);
      assertThat(count(app, "select count(distinct tenant_id) from account")).isEqualTo(1);
      app.rollback();
      // what a pooled connection is left with: an empty setting, which must count as none
      assertThat(count(app, "select count(*) from account")).isZero();
    }
  }

  @Test
  void theServicesRoleCanNeitherWriteForAnotherTenantNorMoveARowToIt() throws SQLException {
    try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE)) {
      app.setAutoCommit(false);
      var acme = id(app, "acme");
      var globex = id(app, "globex");
      bind(app, acme);
      assertThatThrownBy(
              () ->
                  run(
                      app,
                      "insert into job (tenant_id, id, kind, subject_id, status, created_at) values"
                          + " ('"
                          + globex
                          + "', uuidv7(), 'RENDER', uuidv7(), 'QUEUED', now())"))
          .hasMessageContaining("row-level security");
      app.rollback();
      bind(app, acme);
      assertThatThrownBy(() -> run(app, "update account set tenant_id = '" + globex + "'"))
          .hasMessageContaining("row-level security");
      app.rollback();
    }
  }

  @Test
  void usageOnceWrittenCannotBeChangedByTheService() throws SQLException {
    try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE)) {
      assertThatThrownBy(() -> run(app, "update usage_record set quantity = 0"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(app, "delete from usage_record"))
          .hasMessageContaining("permission denied");
    }
  }

  private static UUID id(Connection connection, String slug) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from tenant where slug = '" + slug + "'")) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  private static void bind(Connection connection, UUID tenant) throws SQLException {
    run(connection, "select set_config('app.tenant_id', '" + tenant + "', true)");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
