package com.movierecap.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL, Redis, S3 and a mail server, ready to use: roles made, database migrated, bucket
 * there. All listen on the loopback only, keep their data in the state directory and find it again
 * on the next start, also after {@code kill -9}.
 *
 * <p>Its {@link #environment()} is everything a Liberty needs to work with it:
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(Path.of("target/stack"), projectRoot)) {
 *   LibertyServer.start(wlp, "recap", stack.environment(), ...);
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {
  /**
   * The product's own database; tests that break things make another with {@link #createDatabase}.
   */
  public static final String DATABASE = "recap";

  private final StateDirectory state;
  private final Path migrations;
  private final Path workerHome;
  private final LibertyPorts ports;
  private final Cleanup cleanup;
  private final PostgresStore postgres;
  private final RedisStore redis;
  private final S3Store s3;
  private final MailSink mails;
  private final Path keystore;

  private LocalStack(
      StateDirectory state, Path migrations, Path workerHome, LibertyPorts ports, Cleanup cleanup)
      throws InterruptedException {
    this.state = state;
    this.migrations = migrations;
    this.workerHome = workerHome;
    this.ports = ports;
    this.cleanup = cleanup;
    postgres = cleanup.later(PostgresStore.start(state));
    redis = cleanup.later(RedisStore.start(state));
    s3 = cleanup.later(S3Store.start(state, ports.http()));
    mails = cleanup.later(MailSink.start(state));
    keystore = SigningKeys.provide(state);
    postgres.provide(DATABASE, migrations);
    state.writeShellVariables("stack.env", environment());
  }

  /**
   * Starts a stack of its own in that directory, with the project's migrations; closing it frees
   * the directory.
   */
  public static LocalStack start(Path directory, Path projectRoot) throws InterruptedException {
    StateDirectory state = StateDirectory.open(directory);
    Cleanup cleanup = new Cleanup();
    cleanup.later(state);
    return start(
        state,
        projectRoot.resolve("db/migrations"),
        projectRoot.resolve("media/target/worker"),
        LibertyPorts.from(System.getenv()),
        cleanup);
  }

  /** Starts in a directory that the caller holds and frees. */
  static LocalStack start(
      StateDirectory state, Path migrations, Path workerHome, LibertyPorts ports)
      throws InterruptedException {
    return start(state, migrations, workerHome, ports, new Cleanup());
  }

  private static LocalStack start(
      StateDirectory state, Path migrations, Path workerHome, LibertyPorts ports, Cleanup cleanup)
      throws InterruptedException {
    try {
      return new LocalStack(state, migrations, workerHome.toAbsolutePath(), ports, cleanup);
    } catch (InterruptedException | RuntimeException e) {
      cleanup.close();
      throw e;
    }
  }

  /** The names are those of {@code stack.env}, {@code server.xml} and the README. */
  public Map<String, String> environment() {
    return environment(DATABASE);
  }

  /** The same for another database of this stack. */
  public Map<String, String> environment(String database) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("POSTGRES_URL", postgres.url(database));
    variables.put("POSTGRES_HOST", "127.0.0.1");
    variables.put("POSTGRES_PORT", Integer.toString(postgres.port()));
    variables.put("POSTGRES_DATABASE", database);
    variables.put("POSTGRES_APP_USER", PostgresStore.APP);
    variables.put("POSTGRES_APP_PASSWORD", postgres.appPassword());
    variables.put("POSTGRES_OPERATOR_USER", PostgresStore.OPERATOR);
    variables.put("POSTGRES_OPERATOR_PASSWORD", postgres.operatorPassword());
    variables.put("POSTGRES_OWNER_USER", PostgresStore.OWNER);
    variables.put("POSTGRES_OWNER_PASSWORD", postgres.ownerPassword());
    variables.put("REDIS_URL", redis.url());
    variables.put("S3_ENDPOINT", s3.endpoint());
    variables.put("S3_BUCKET", S3Store.BUCKET);
    variables.put("S3_REGION", S3Store.REGION);
    variables.put("S3_ACCESS_KEY", s3.accessKey());
    variables.put("S3_SECRET_KEY", s3.secretKey());
    variables.put("SMTP_HOST", "127.0.0.1");
    variables.put("SMTP_PORT", Integer.toString(mails.port()));
    variables.put("SMTP_USER", mails.user());
    variables.put("SMTP_PASSWORD", mails.password());
    // it never leaves this machine
    variables.put("SMTP_STARTTLS", "false");
    variables.put("MAIL_PAGE_URL", mails.pageUrl());
    variables.put("MAIL_PORTAL_URL", portal(ports.http()));
    variables.put("JWT_KEYSTORE", keystore.toString());
    variables.put("JWT_KEYSTORE_PASSWORD", SigningKeys.password(state));
    variables.put("LTPA_KEYS_PASSWORD", state.secret("ltpa.keys"));
    variables.put("IDENTITY_SECRET_KEY", state.key("identity.secret"));
    variables.put("RECAP_WORKER_HOME", workerHome.toString());
    // it speaks plain HTTP, where browsers refuse the names of production
    variables.put("RECAP_COOKIE_PREFIX", "local-");
    variables.put("RECAP_COOKIE_SECURE", "false");
    variables.put("RECAP_HTTP_PORT", Integer.toString(ports.http()));
    variables.put("RECAP_HTTPS_PORT", Integer.toString(ports.https()));
    variables.put("RECAP_MANAGEMENT_PORT", Integer.toString(ports.management()));
    return variables;
  }

  /**
   * Makes one more migrated database with the same two roles, if it is missing; returns its JDBC
   * address.
   */
  public String createDatabase(String name) {
    postgres.provide(name, migrations);
    return postgres.url(name);
  }

  /** The portal's address as mails name it: browsers find every name below localhost. */
  public static String portal(int httpPort) {
    return "http://localhost:" + httpPort + "/portal/";
  }

  /** What was sent to anybody. */
  public MailSink mails() {
    return mails;
  }

  /** As the role that nothing stops: for tests that break guards on purpose. */
  public Connection connectAsSuperuser(String database) throws SQLException {
    return postgres.connectAsSuperuser(database);
  }

  /** Makes a new database with all that another one holds; nobody may be signed in to that one. */
  public void copyDatabase(String from, String name) {
    postgres.copy(from, name);
  }

  /** As the role that owns the tables. Row-level security is forced for it too. */
  public Connection connectAsOwner(String database) throws SQLException {
    return postgres.connect(database, PostgresStore.OWNER);
  }

  /** As the service does for operators of the platform. */
  public Connection connectAsOperator(String database) throws SQLException {
    return postgres.connect(database, PostgresStore.OPERATOR);
  }

  /** As the service does. */
  public Connection connectAsApp(String database) throws SQLException {
    return postgres.connect(database, PostgresStore.APP);
  }

  /** Stops mail, S3, Redis and PostgreSQL, in this order; their data stay. */
  @Override
  public void close() {
    cleanup.close();
  }
}
