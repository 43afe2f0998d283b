package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.LibertyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Worker, server, or both are killed in the middle of a job. After a restart each job ends once,
 * with one usage record, and no call is lost with the server that counted it. Has a server and a
 * database of its own, since it ends them as a crash does.
 */
class CrashIT {
  private static final Duration STARTS = Duration.ofMinutes(4);
  private static final String DATABASE = "crash";

  /** Calls are booked every five seconds. */
  private static final Duration BOOKED = Duration.ofSeconds(6);

  private Map<String, String> environment;
  private Path output;
  private LibertyServer server;
  private Api editor;
  private long calls;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    environment = TestStack.ownDatabase(DATABASE);
    output = TestStack.STATE.resolve("crash");
    restart();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whateverIsKilledEachJobEndsOnceAndNoCallIsLost() throws Exception {
    // the worker alone, while it analyses
    var movie = upload();
    awaitWorker();
    killWorkers();
    assertEndsOnce(movie);

    // the server alone, while its worker renders: the worker dies with it
    callOften();
    var first = order(movie);
    awaitWorker();
    var workers = workers();
    server.kill();
    for (var worker : workers) {
      worker.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
    }
    restart();
    assertEndsOnce(first);

    // both, at once after some calls
    var second = order(movie);
    awaitWorker();
    callOften();
    server.kill();
    killWorkers();
    restart();
    assertEndsOnce(second);

    // neither calls that were just made nor those of a parcel that was taken and never booked
    Await.until("the calls are booked", () -> booked() >= calls);
    Thread.sleep(BOOKED.toMillis());
    assertThat(booked()).isEqualTo(calls);

    // and who asks now is told the same
    assertThat(status("/api/movies/" + movie)).isEqualTo("ready");
    assertThat(status("/api/recaps/" + first)).isEqualTo("succeeded");
    assertThat(status("/api/recaps/" + second)).isEqualTo("succeeded");
  }

  private String status(String path) {
    return Api.json(editor.get(path)).get("status").asText();
  }

  private void callOften() {
    for (int i = 0; i < 40; i++) {
      assertThat(editor.get("/api/movies").statusCode()).isEqualTo(200);
      calls++;
    }
  }

  /** The calls on record. */
  private static long booked() throws SQLException {
    return number("select coalesce(sum(quantity), 0) from usage_record where meter = 'API_CALLS'");
  }

  /** Waiting for it asks for health, which is no call of a tenant. */
  private void restart() throws InterruptedException {
    server = LibertyServer.start(TestStack.WLP, "recap", environment, output);
    server.awaitReady(STARTS);
    editor = Api.signedIn(TestStack.base(environment), "acme", "editor");
    calls++;
  }

  private String upload() throws IOException {
    var answer = editor.upload("large.mp4", java.nio.file.Files.readAllBytes(Films.large()), null);
    calls++;
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer).get("id").asText();
  }

  private String order(String movie) {
    calls++;
    return editor.order(movie, "{\"length_seconds\":36}");
  }

  /** Asks the database, since asking the API would count. */
  private static void assertEndsOnce(String subject) throws Exception {
    var job = jobOf(subject);
    Await.until(
        "the job ends",
        () ->
            number("select count(*) from job where id = ? and status in ('QUEUED', 'RUNNING')", job)
                == 0);
    assertThat(number("select count(*) from job where id = ? and status = 'SUCCEEDED'", job))
        .isEqualTo(1);
    assertThat(number("select attempt from job where id = ?", job)).isGreaterThanOrEqualTo(2);
    for (var meter : new String[] {"PROCESSING_SECONDS", "STORAGE_BYTES"}) {
      assertThat(
              number(
                  "select count(*) from usage_record where job_id = ? and meter = '" + meter + "'",
                  job))
          .as(meter)
          .isEqualTo(1);
    }
    assertThat(number("select count(*) from scheduled_tasks where task_instance = ?::text", job))
        .isZero();
  }

  private static UUID jobOf(String subject) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(DATABASE)) {
      owner.setAutoCommit(false);
      bindAcme(owner);
      try (var query = owner.prepareStatement("select id from job where subject_id = ?::uuid")) {
        query.setString(1, subject);
        try (var rows = query.executeQuery()) {
          assertThat(rows.next()).isTrue();
          return rows.getObject(1, UUID.class);
        }
      }
    }
  }

  private static long number(String sql, UUID... job) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(DATABASE)) {
      owner.setAutoCommit(false);
      bindAcme(owner);
      try (var query = owner.prepareStatement(sql)) {
        for (int i = 0; i < job.length; i++) {
          query.setObject(1 + i, job[i]);
        }
        try (var rows = query.executeQuery()) {
          rows.next();
          return rows.getLong(1);
        }
      }
    }
  }

  private static void bindAcme(java.sql.Connection connection) throws SQLException {
    try (var bind =
        connection.prepareStatement(
            "select set_config('app.tenant_id', id::text, true) from tenant where slug = 'acme'")) {
      bind.execute();
    }
  }

  private void awaitWorker() throws Exception {
    Await.until("a worker starts", () -> !workers().isEmpty());
  }

  private void killWorkers() {
    workers().forEach(ProcessHandle::destroyForcibly);
  }

  /** The worker's own JVM, inside its sandbox. */
  private java.util.List<ProcessHandle> workers() {
    var scratch = environment.get("WORKER_SCRATCH");
    return ProcessHandle.allProcesses()
        .filter(
            p ->
                p.info().command().filter(c -> c.endsWith("/java")).isPresent()
                    && p.info()
                        .arguments()
                        .filter(a -> String.join(" ", a).contains(String.valueOf(scratch)))
                        .isPresent())
        .toList();
  }
}
