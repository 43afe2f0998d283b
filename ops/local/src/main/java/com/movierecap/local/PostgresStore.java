package com.movierecap.local;

import com.movierecap.tools.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL as production has it: durable, passwords checked, and three roles of ours. {@code
 * recap_owner} owns the databases and migrates them, {@code recap_app} is what the service signs in
 * as, and {@code recap_operator} what it signs in as for operators of the platform. These two own
 * nothing, so row-level security holds for them always.
 */
final class PostgresStore implements AutoCloseable {
  static final String OWNER = "recap_owner";
  static final String APP = "recap_app";
  static final String OPERATOR = "recap_operator";
  private static final String SUPERUSER = "postgres";

  private final StateDirectory state;
  private final EmbeddedPostgres postgres;

  private PostgresStore(StateDirectory state, EmbeddedPostgres postgres) {
    this.state = state;
    this.postgres = postgres;
  }

  static PostgresStore start(StateDirectory state) {
    Path data = state.folder("postgres");
    Path complete = data.resolve("recap.complete");
    try {
      if (!Files.exists(complete)) {
        // an earlier first start was broken off; nothing of value can be in there yet
        Folders.delete(data);
      }
      PostgresStore store = new PostgresStore(state, startServer(state, data));
      try {
        if (!Files.exists(complete)) {
          store.lockDown(data);
        }
        store.createRoles();
        if (!Files.exists(complete)) {
          Files.createFile(complete);
        }
      } catch (SQLException | RuntimeException e) {
        store.close();
        throw e;
      }
      return store;
    } catch (IOException e) {
      state.orphans().stopPostgres();
      throw new StartupFailure(
          "PostgreSQL did not start (" + e.getMessage() + "); see " + state.log("postgres"), e);
    } catch (SQLException e) {
      throw new StartupFailure("PostgreSQL could not be prepared: " + e.getMessage(), e);
    }
  }

  private static EmbeddedPostgres startServer(StateDirectory state, Path data) throws IOException {
    Path log = state.log("postgres");
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        // we close in our own order
        .setRegisterShutdownHook(false)
        .setPort(state.port("postgres"))
        .setConnectConfig("password", state.secret("postgres.superuser"))
        .setLocaleConfig("locale", "C.UTF-8")
        // the library switches both off, for throw-away databases; ours has to survive kill -9
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        // who looks at what is running wants to see it whole
        .setServerConfig("track_activity_query_size", "16kB")
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /**
   * The library trusts everybody on the loopback; then no test could tell a wrong password from a
   * right one.
   */
  private void lockDown(Path data) throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter role " + SUPERUSER + " password '" + state.secret("postgres.superuser") + "'");
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
  }

  // on every start, because a state directory may be older than a role
  private void createRoles() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APP, OPERATOR}) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
          statement.execute("create role " + role + rights() + password(role));
        }
      }
      statement.execute("revoke connect on database postgres, template1 from public");
    }
  }

  private static String rights() {
    return " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ";
  }

  private String password(String role) {
    return "'" + state.secret("postgres." + role) + "'";
  }

  /** Makes the database if it is missing, and brings it up to the newest migration as its owner. */
  void provide(String database, Path migrations) {
    try {
      if (!exists(database)) {
        execute("create database " + named(database) + " owner " + OWNER);
      }
      restrict(database);
    } catch (SQLException e) {
      throw new StartupFailure("database " + database + " could not be made: " + e.getMessage(), e);
    }
    new Database(url(database), OWNER, ownerPassword())
        .migrate("filesystem:" + migrations.toAbsolutePath());
  }

  /** Makes a database with everything that another holds; nobody may be signed in to that one. */
  void copy(String from, String database) {
    try {
      execute(
          "create database %s owner %s template %s".formatted(named(database), OWNER, named(from)));
      restrict(database);
    } catch (SQLException e) {
      throw new StartupFailure("database " + database + " could not be made: " + e.getMessage(), e);
    }
  }

  private boolean exists(String database) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return exists(connection, "select 1 from pg_database where datname = ?", database);
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What may stand in a statement as the name of a database. */
  private static String named(String database) {
    if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a name for a database: " + database);
    }
    return database;
  }

  // on every start, because a start may break off between creating and restricting
  private void restrict(String database) throws SQLException {
    try (Connection connection = connectAsSuperuser(database);
        Statement statement = connection.createStatement()) {
      statement.execute("revoke all on database " + database + " from public");
      statement.execute(
          "grant connect on database %s to %s, %s, %s".formatted(database, OWNER, APP, OPERATOR));
      statement.execute("revoke all on schema public from public");
    }
  }

  Connection connect(String database, String role) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    return source.getConnection(role, state.secret("postgres." + role));
  }

  Connection connectAsSuperuser(String database) throws SQLException {
    return postgres.getDatabase(SUPERUSER, database).getConnection();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  int port() {
    return postgres.getPort();
  }

  String ownerPassword() {
    return state.secret("postgres." + OWNER);
  }

  String appPassword() {
    return state.secret("postgres." + APP);
  }

  String operatorPassword() {
    return state.secret("postgres." + OPERATOR);
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // the library waits five seconds for the last checkpoint and then forgets the server
      state.orphans().stopPostgres();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
