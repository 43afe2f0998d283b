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
 * with one usage record. Has a server and a database of its own, since it ends them as a crash
 * does.
 */
class CrashIT {
  private static final Duration STARTS = Duration.ofMinutes(4);
  private static final String DATABASE = "crash";

  private Map<String, String> environment;
  private Path output;
  private LibertyServer server;

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
  void whateverIsKilledEachJobEndsOnceWithOneUsageRecord() throws Exception {
    // the worker alone, while it analyses
    var movie = upload();
    var analysis = jobOf(movie);
    awaitWorker();
    killWorkers();
    assertThat(editor().awaitWhile("/api/movies/" + movie, "processing").get("status").asText())
        .isEqualTo("ready");
    assertEndedOnce(analysis);

    // the server alone, while its worker renders: the worker dies with it
    var first = order(movie);
    awaitWorker();
    var workers = workers();
    server.kill();
    for (var worker : workers) {
      worker.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
    }
    restart();
    assertSucceeds(first);

    // both
    var second = order(movie);
    awaitWorker();
    server.kill();
    killWorkers();
    restart();
    assertSucceeds(second);
  }

  /** Neither those that were just made nor those of a parcel that was taken and never booked. */
  @Test
  void noCallIsLostWithTheServerThatCountedIt() throws Exception {
    var editor = editor();
    long before = settled();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 40; i++) {
        assertThat(editor.get("/api/movies").statusCode()).isEqualTo(200);
      }
      // at another moment of the five seconds between two bookings each time
      Thread.sleep(round * 2_300L);
      server.kill();
      restart();
    }
    // each restart waits by asking for health, which is no call of a tenant, and signs in once
    assertThat(settled()).isEqualTo(before + 2 * (40 + 1));
  }

  /** The calls on record once no more are waiting, which are booked every five seconds. */
  private static long settled() throws SQLException, InterruptedException {
    long now = calls();
    for (long before = -1; before != now; now = calls()) {
      before = now;
      Thread.sleep(12_000);
    }
    return now;
  }

  private static long calls() throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(DATABASE)) {
      owner.setAutoCommit(false);
      bindAcme(owner);
      try (var rows =
          owner
              .createStatement()
              .executeQuery(
                  "select coalesce(sum(quantity), 0) from usage_record where meter ="
                      + " 'API_CALLS'")) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private void restart() throws InterruptedException {
    server = LibertyServer.start(TestStack.WLP, "recap", environment, output);
    server.awaitReady(STARTS);
    editor();
  }

  private Api editor() {
    return Api.signedIn(TestStack.base(environment), "acme", "editor");
  }

  private String upload() throws IOException {
    var editor = editor();
    var answer = editor.upload("large.mp4", java.nio.file.Files.readAllBytes(Films.large()), null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer).get("id").asText();
  }

  private String order(String movie) {
    return editor().order(movie, "{\"length_seconds\":36}");
  }

  private void assertSucceeds(String recap) throws SQLException {
    var ended = editor().ended(recap);
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("succeeded");
    assertEndedOnce(jobOf(recap));
  }

  private void assertEndedOnce(UUID job) throws SQLException {
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

  private UUID jobOf(String subject) throws SQLException {
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

  private static long number(String sql, UUID job) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(DATABASE)) {
      owner.setAutoCommit(false);
      bindAcme(owner);
      try (var query = owner.prepareStatement(sql)) {
        query.setObject(1, job);
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

  private void awaitWorker() {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (workers().isEmpty()) {
      assertThat(System.nanoTime()).as("a worker starts").isLessThan(end);
      Api.pause();
    }
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
