package com.movierecap.isolation;

import com.movierecap.local.LocalStack;
import com.movierecap.local.ProductPasswords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The rows under test: tenants with an account each, and films, each with its analysis job. */
final class Films {
  static final String PASSWORD = "isolation-under-test";

  /** Of this many films of each tenant the ids are known, for single reads. */
  private static final int KNOWN = 200;

  /** Tenants write in turn, so that their rows lie mixed as they do where all work at once. */
  private static final int IN_A_ROW = 10;

  /** Row-level security is forced for the owner too, so each tenant is bound in its turn. */
  private static final String TURN =
      """
      do $$
      declare t uuid;
      begin
        for t in select id from tenant where slug like 'studio-%%' loop
          perform set_config('app.tenant_id', t::text, true);
          with work as (
            insert into job (tenant_id, id, kind, subject_id, status, progress, attempt, created_at, started_at,
                finished_at)
              select t, uuidv7(), 'ANALYSE', uuidv7(), 'SUCCEEDED', 1, 1, now(), now(), now()
                from generate_series(1, %d)
              returning id, subject_id
          )
          insert into movie (tenant_id, id, title, language, file_name, file_bytes, container, has_subtitles,
              analysis_job_id, duration_seconds, width, height, frame_rate, video_codec, audio_codec, shot_count,
              scene_count, created_by, created_at)
            select t, work.subject_id, 'Film ' || right(work.subject_id::text, 12), 'en',
                'film-' || right(work.subject_id::text, 12) || '.mp4', 734003200, 'ISO', true,
                work.id, 5423.5, 1920, 1080, 24, 'h264', 'aac', 1200, 80, account.id, now()
              from work, account where account.tenant_id = t;
        end loop;
      end $$
      """
          .formatted(IN_A_ROW);

  /** A customer, and some of its films. */
  record Tenant(String id, String slug, List<String> films) {
    String email() {
      return "viewer@" + slug + ".example";
    }

    String film() {
      return films.get(ThreadLocalRandom.current().nextInt(films.size()));
    }
  }

  private Films() {}

  /** Fills a migrated database and returns what is in it. */
  static List<Tenant> fill(LocalStack stack, String database, int tenants, int filmsOfEach)
      throws SQLException, InterruptedException {
    try (var owner = stack.connectAsOwner(database)) {
      owner.setAutoCommit(false);
      createTenants(owner, tenants);
      owner.commit();
      try (var sql = owner.createStatement()) {
        for (int turn = 0; turn < filmsOfEach / IN_A_ROW; turn++) {
          goOn();
          sql.execute(TURN);
          if (turn == 0) {
            // what checks foreign keys was planned for empty tables, and would read all of a
            // tenant's rows each time
            sql.execute("analyze tenant, account, job, movie");
          }
        }
      }
      owner.commit();
      owner.setAutoCommit(true);
      try (var vacuum = owner.createStatement()) {
        vacuum.execute("vacuum analyze tenant, account, job, movie");
      }
      owner.setAutoCommit(false);
      return known(owner);
    }
  }

  private static void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static void createTenants(Connection owner, int tenants) throws SQLException {
    // hashed once: it is the signing in that is to work, not the salt
    var hash = new ProductPasswords().hash(PASSWORD);
    for (int i = 0; i < tenants; i++) {
      var slug = "studio-%03d".formatted(i);
      run(
          owner,
          "insert into tenant (slug, display_name, billing_plan) values (?, ?, 'enterprise')",
          slug,
          "Studio " + i);
      run(
          owner,
          "select set_config('app.tenant_id', id::text, true) from tenant where slug = ?",
          slug);
      run(
          owner,
          """
          insert into account (tenant_id, email, display_name, password_hash, role)
          values (current_setting('app.tenant_id')::uuid, ?, 'Vera Viewer', ?, 'VIEWER')
          """,
          "viewer@" + slug + ".example",
          hash);
    }
  }

  private static List<Tenant> known(Connection owner) throws SQLException {
    var known = new ArrayList<Tenant>();
    try (var tenants =
        owner.prepareStatement(
            "select id, slug from tenant where slug like 'studio-%' order by slug")) {
      var rows = tenants.executeQuery();
      while (rows.next()) {
        known.add(new Tenant(rows.getString(1), rows.getString(2), new ArrayList<>()));
      }
    }
    for (var tenant : known) {
      run(owner, "select set_config('app.tenant_id', ?, true)", tenant.id());
      try (var films =
          owner.prepareStatement("select id from movie order by random() limit " + KNOWN)) {
        var rows = films.executeQuery();
        while (rows.next()) {
          tenant.films().add(rows.getString(1));
        }
      }
    }
    owner.commit();
    return known;
  }

  private static void run(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  /** Takes row-level security off every table that has it. */
  static void unlock(LocalStack stack, String database) throws SQLException {
    try (var owner = stack.connectAsOwner(database);
        var statement = owner.createStatement()) {
      statement.execute(
          """
          do $$
          declare t regclass;
          begin
            for t in select oid from pg_class
                where relrowsecurity and relkind = 'r' and relnamespace = 'public'::regnamespace loop
              execute format('alter table %s no force row level security, disable row level security', t);
            end loop;
          end $$
          """);
    }
  }

  /** How many films the service's role sees where no tenant is bound. */
  static long visibleToNobody(LocalStack stack, String database) throws SQLException {
    try (var app = stack.connectAsApp(database);
        var statement = app.createStatement();
        var rows = statement.executeQuery("select count(*) from movie")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
