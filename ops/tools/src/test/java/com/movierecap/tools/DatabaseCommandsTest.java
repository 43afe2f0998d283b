package com.movierecap.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that work on a database, each test on one of its own. */
class DatabaseCommandsTest {
  private static final String PASSWORD = "a-password-that-nobody-may-see";
  private static final Path MIGRATIONS = Path.of("../../db/migrations");
  private static final String PLATFORM = "00000000-0000-7000-8000-000000000001";

  private static EmbeddedPostgres postgres;

  private String database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    for (var role : List.of("recap_owner", "recap_app", "recap_operator")) {
      execute("postgres", "create role " + role + " login password '" + PASSWORD + "'");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void create() throws SQLException {
    database = "db" + UUID.randomUUID().toString().replace("-", "");
    execute("postgres", "create database " + database + " owner recap_owner");
  }

  @Test
  void anEmptyDatabaseIsBroughtUpToTheNewestVersionOnce() throws IOException {
    var first = Said.by(environment(), "migrate");
    assertThat(first.code()).as(first.all()).isZero();
    try (var files = Files.list(MIGRATIONS)) {
      assertThat(first.out().lines()).hasSize((int) files.count() + 1);
    }
    assertThat(first.out()).contains("1 base").contains(" migrations");
    var second = Said.by(environment(), "migrate");
    assertThat(second.code()).as(second.all()).isZero();
    assertThat(second.out().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith(", nothing to do"));
    assertThat(first.all() + second.all()).doesNotContain(PASSWORD);
  }

  @Test
  void whatWasChangedAfterItWasAppliedIsRefused() throws SQLException {
    migrated();
    execute(database, "update flyway_schema_history set checksum = 1 where version = '2'");
    assertFails("checksum", "migrate");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaid() {
    database = "nowhere";
    assertFails("nowhere", "migrate");
    assertFails("nowhere", "verify-audit");
    assertFails("nowhere", "invite-operator", "x@movierecap.example");
  }

  @Test
  void anInvitationIsWrittenAndItsTokenIsInTheLinkAlone() throws SQLException {
    migrated();
    var said = Said.by(environment(), "invite-operator", "Olga@movierecap.example", "auditor");
    assertThat(said.code()).as(said.all()).isZero();
    assertThat(said.out().strip())
        .startsWith("https://platform.recap.example/portal/invitation.xhtml?token=");
    assertThat(said.err()).contains("olga@movierecap.example", "auditor");
    var token = said.out().strip().replaceFirst(".*token=", "");
    assertThat(said.err()).doesNotContain(token, PASSWORD);
    assertThat(
            text("select email || ' ' || role from invitation where token_hash <> '" + token + "'"))
        .isEqualTo("olga@movierecap.example AUDITOR");
    assertThat(text("select actor || ' ' || subject from audit_event where action = 'INVITATION'"))
        .isEqualTo("recap-tools invite-operator olga@movierecap.example");
  }

  @Test
  void aChainHoldsUntilSomebodyTouchesIt() throws SQLException {
    migrated();
    Said.by(environment(), "invite-operator", "olga@movierecap.example");
    Said.by(environment(), "invite-operator", "oscar@movierecap.example");
    var whole = Said.by(environment(), "verify-audit");
    assertThat(whole.code()).as(whole.all()).isZero();
    assertThat(whole.out()).contains(PLATFORM + " 2 events").endsWith(": holds\n");

    execute(database, "alter table audit_event disable trigger all");
    execute(database, "update audit_event set subject = 'nobody' where subject like 'olga%'");
    var broken = Said.by(environment(), "verify-audit", PLATFORM);
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).contains(": BROKEN\n");
    assertThat(broken.err()).isEmpty();
  }

  private void migrated() {
    var said = Said.by(environment(), "migrate");
    assertThat(said.code()).as(said.all()).isZero();
  }

  private void assertFails(String why, String... command) {
    var said = Said.by(environment(), command);
    assertThat(said.code()).as(said.all()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(why).doesNotContain(PASSWORD, "\tat ");
  }

  private Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    variables.put("POSTGRES_HOST", "127.0.0.1");
    variables.put("POSTGRES_PORT", Integer.toString(postgres.getPort()));
    variables.put("POSTGRES_DATABASE", database);
    for (var role : List.of("OWNER", "OPERATOR")) {
      variables.put(
          "POSTGRES_" + role + "_USER", "recap_" + role.toLowerCase(java.util.Locale.ROOT));
      variables.put("POSTGRES_" + role + "_PASSWORD", PASSWORD);
    }
    variables.put("MAIL_PORTAL_URL", "https://recap.example/portal/");
    return variables;
  }

  private String text(String query) throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void execute(String database, String sql) throws SQLException {
    try (var connection = postgres.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
