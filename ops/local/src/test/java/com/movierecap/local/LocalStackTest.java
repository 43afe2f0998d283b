package com.movierecap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LocalStackTest {
  private static final Path MIGRATIONS = Path.of("src/test/resources/migrations");
  private static final String TENANT = "00000000-0000-7000-8000-00000000000a";

  @TempDir Path directory;
  private StateDirectory state;
  private LocalStack stack;

  @BeforeEach
  void start() throws InterruptedException {
    state = StateDirectory.open(directory);
    stack = start(state);
  }

  @AfterEach
  void stop() {
    stack.close();
    state.close();
  }

  private static LocalStack start(StateDirectory state) throws InterruptedException {
    return LocalStack.start(state, MIGRATIONS, Path.of("worker"), LibertyPorts.from(Map.of()));
  }

  private void restart() throws InterruptedException {
    stop();
    start();
  }

  private String env(String name) {
    return String.valueOf(stack.environment().get(name));
  }

  @Test
  void neither_role_can_get_around_row_level_security_and_the_service_owns_nothing()
      throws SQLException {
    try (Connection app = stack.connectAsApp("recap")) {
      assertThat(
              text(
                  app,
                  """
                  select string_agg(rolname, ',') from pg_roles
                  where rolname like 'recap%' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)
                  """))
          .isNull();
      assertThat(text(app, "select count(*) from pg_class where relowner = 'recap_app'::regrole"))
          .isEqualTo("0");
      assertThatThrownBy(() -> text(app, "select pg_read_file('PG_VERSION')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(app, "create table mine (x int)"))
          .hasMessageContaining("permission denied");
    }
    write("acme's own");
    try (Connection app = stack.connectAsApp("recap");
        Connection owner = stack.connectAsOwner("recap")) {
      assertThat(text(app, "select count(*) from note")).isEqualTo("0");
      assertThat(text(owner, "select count(*) from note")).isEqualTo("0");
    }
  }

  @Test
  void postgres_is_durable_and_lets_nobody_in_without_the_password() throws SQLException {
    try (Connection app = stack.connectAsApp("recap")) {
      assertThat(text(app, "show fsync")).isEqualTo("on");
      assertThat(text(app, "show synchronous_commit")).isEqualTo("on");
      assertThat(text(app, "show full_page_writes")).isEqualTo("on");
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(env("POSTGRES_URL"), "recap_app", "wrong").close())
        .hasMessageContaining("authentication failed");
    assertThatThrownBy(
            () -> DriverManager.getConnection(env("POSTGRES_URL"), "postgres", "postgres").close())
        .hasMessageContaining("authentication failed");
  }

  @Test
  void data_secrets_and_addresses_survive_a_restart() throws Exception {
    Map<String, String> before = stack.environment();
    write("still here");
    redis("SET greeting hello");
    try (S3Client s3 = s3(env("S3_SECRET_KEY"))) {
      s3.putObject(b -> b.bucket("recap").key("a/film.mp4"), RequestBody.fromString("a film"));
    }
    restart();
    assertThat(stack.environment()).isEqualTo(before);
    assertThat(read()).isEqualTo("still here");
    assertThat(redis("GET greeting")).contains("hello");
    try (S3Client s3 = s3(env("S3_SECRET_KEY"))) {
      assertThat(s3.getObjectAsBytes(b -> b.bucket("recap").key("a/film.mp4")).asUtf8String())
          .isEqualTo("a film");
    }
  }

  @Test
  void what_was_committed_survives_a_crash_whose_processes_are_gone_or_still_there()
      throws Exception {
    write("committed");
    long postmaster =
        Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid")).get(0));
    signal("KILL", postmaster);
    // the crash takes the file with the process id with it into the next start
    Path pid = directory.resolve("postgres/postmaster.pid");
    String stale = Files.exists(pid) ? Files.readString(pid) : postmaster + "\n";
    stop();
    Files.writeString(pid, stale);
    start();
    assertThat(read()).isEqualTo("committed");
  }

  @Test
  void s3_answers_a_signed_request_and_refuses_a_wrong_key() {
    try (S3Client right = s3(env("S3_SECRET_KEY"));
        S3Client wrong = s3("not-the-secret")) {
      right.putObject(b -> b.bucket("recap").key("k"), RequestBody.fromString("words"));
      assertThat(right.getObjectAsBytes(b -> b.bucket("recap").key("k")).asUtf8String())
          .isEqualTo("words");
      assertThatThrownBy(() -> wrong.getObjectAsBytes(b -> b.bucket("recap").key("k")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void redis_answers_ping() throws IOException {
    assertThat(redis("PING")).startsWith("+PONG");
  }

  @Test
  void the_signing_keys_are_made_once_and_open_with_their_password() throws Exception {
    byte[] first = Files.readAllBytes(Path.of(env("JWT_KEYSTORE")));
    char[] password = env("JWT_KEYSTORE_PASSWORD").toCharArray();
    KeyStore keystore = KeyStore.getInstance(Path.of(env("JWT_KEYSTORE")).toFile(), password);
    assertThat(keystore.getKey("jwt", password).getAlgorithm()).isEqualTo("RSA");
    assertThat(keystore.getKey("next", password).getAlgorithm()).isEqualTo("RSA");
    restart();
    assertThat(Files.readAllBytes(Path.of(env("JWT_KEYSTORE")))).isEqualTo(first);
  }

  @Test
  void the_key_of_secrets_is_made_once_and_as_long_as_its_cipher_wants() throws Exception {
    String first = env("IDENTITY_SECRET_KEY");
    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    restart();
    assertThat(env("IDENTITY_SECRET_KEY")).isEqualTo(first);
  }

  @Test
  void another_database_is_migrated_and_apart() throws SQLException {
    String url = stack.createDatabase("crash_1");
    write("in the first");
    try (Connection app = stack.connectAsApp("crash_1")) {
      assertThat(text(app, "select count(*) from note")).isEqualTo("0");
    }
    assertThat(stack.environment("crash_1")).containsEntry("POSTGRES_URL", url);
    assertThatThrownBy(() -> stack.createDatabase("x; drop database recap"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_copy_of_a_database_holds_the_same_and_goes_its_own_way() throws SQLException {
    write("in both");
    stack.copyDatabase("recap", "copy_1");
    write("in the first");
    try (Connection app = stack.connectAsApp("copy_1")) {
      app.setAutoCommit(false);
      execute(app, "select set_config('app.tenant_id', '" + TENANT + "', true)");
      assertThat(text(app, "select string_agg(words, ',') from note")).isEqualTo("in both");
    }
    assertThatThrownBy(() -> stack.copyDatabase("recap", "x; drop database recap"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_environment_can_be_sourced_by_a_shell_and_is_private() throws Exception {
    Path env = directory.resolve("stack.env");
    for (String name : new String[] {"stack.env", "credentials.properties", "jwt.p12"}) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
          .isEqualTo("rw-------");
    }
    Process shell =
        new ProcessBuilder(
                "bash", "-c", ". '" + env + "'; printf %s \"$POSTGRES_APP_PASSWORD|$REDIS_URL\"")
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(env("POSTGRES_APP_PASSWORD") + "|" + env("REDIS_URL"));
  }

  @Test
  void a_directory_in_use_is_refused_in_one_line() {
    assertThatThrownBy(() -> StateDirectory.open(directory))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("already using")
        .hasMessageNotContaining("\n");
  }

  private void write(String words) throws SQLException {
    try (Connection app = stack.connectAsApp("recap")) {
      execute(app, "select set_config('app.tenant_id', '" + TENANT + "', false)");
      execute(
          app, "insert into note values ('" + TENANT + "', '" + words.replace("'", "''") + "')");
    }
  }

  private String read() throws SQLException {
    try (Connection app = stack.connectAsApp("recap")) {
      execute(app, "select set_config('app.tenant_id', '" + TENANT + "', false)");
      return String.valueOf(text(app, "select words from note"));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static @org.jspecify.annotations.Nullable String text(Connection connection, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private S3Client s3(String secret) {
    return S3Client.builder()
        .endpointOverride(URI.create(env("S3_ENDPOINT")))
        .region(Region.of(env("S3_REGION")))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(env("S3_ACCESS_KEY"), secret)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private String redis(String command) throws IOException {
    URI address = URI.create(env("REDIS_URL"));
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  static void signal(String signal, long pid) throws Exception {
    new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).start().waitFor();
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
  }
}
