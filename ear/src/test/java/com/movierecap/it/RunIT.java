package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.demo.DemoFilm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What {@code ./run} starts once everything is built. */
class RunIT {
  private final Path state = TestStack.STATE.resolve("run");

  @Test
  void theWholeProductStartsWithItsDemoAndStopsWithoutLeavingAProcess() throws Exception {
    film();
    int port = freePort();
    var run = start(port);
    var said = new ArrayList<String>();
    var ready = awaitReady(run, said);
    assertThat(ready).as("%s", said).isEqualTo("ready: http://localhost:" + port + "/");
    try {
      var editor = Api.signedIn(URI.create("http://localhost:" + port), "acme", "editor");
      var movies = Api.json(editor.get("/api/movies")).get("items");
      assertThat(movies).hasSize(1);
      assertThat(movies.get(0).get("status").asText()).isEqualTo("ready");
      var recaps =
          Api.json(editor.get("/api/movies/" + movies.get(0).get("id").asText() + "/recaps"));
      assertThat(recaps.get("items").get(0).get("status").asText()).isEqualTo("succeeded");
      assertThat(Files.readString(state.resolve("stack.env")))
          .contains("POSTGRES_URL=", "POSTGRES_APP_USER=", "REDIS_URL=", "S3_ENDPOINT=");
    } finally {
      stop(run);
    }
  }

  @Test
  void aTakenPortIsOneClearLine() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var run = start(taken.getLocalPort());
      var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(run.waitFor()).isEqualTo(1);
      assertThat(said.lines()).hasSize(1);
      assertThat(said).contains("port " + taken.getLocalPort()).contains("RECAP_HTTP_PORT");
    }
  }

  /** Where {@code ./run} would make it; made once for all tests. */
  private void film() throws IOException {
    var film = Files.createDirectories(state.resolve("demo")).resolve("demo.mp4");
    Files.copy(Films.large(), film);
    Files.copy(DemoFilm.subtitles(Films.large()), DemoFilm.subtitles(film));
  }

  private Process start(int port) throws IOException {
    var local = TestStack.PROJECT.resolve("ops/local/target");
    var run =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx128m",
            "-cp",
            local.resolve("classes") + ":" + local.resolve("lib") + "/*",
            "com.movierecap.local.Run",
            TestStack.PROJECT.toString());
    run.redirectErrorStream(true);
    run.environment().put("RECAP_STATE_DIR", state.toString());
    run.environment().put("RECAP_HTTP_PORT", Integer.toString(port));
    run.environment().put("RECAP_HTTPS_PORT", Integer.toString(freePort()));
    run.environment().put("RECAP_MANAGEMENT_PORT", Integer.toString(freePort()));
    run.environment().put("RECAP_DEMO_PASSWORD", TestStack.PASSWORD);
    return run.start();
  }

  private static String awaitReady(Process run, List<String> said) throws IOException {
    BufferedReader lines = run.inputReader();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith("ready: ")) {
        return line;
      }
    }
    return "it ended";
  }

  private void stop(Process run) throws IOException, InterruptedException {
    var started = new ArrayList<>(run.descendants().map(ProcessHandle::pid).toList());
    started.add(postmaster());
    run.destroy();
    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    // Liberty, Redis, PostgreSQL
    assertThat(started).hasSizeGreaterThanOrEqualTo(3);
    assertThat(started).noneMatch(RunIT::runs);
  }

  /** PostgreSQL makes itself independent of whoever started it. */
  private long postmaster() throws IOException {
    try (var files = Files.walk(state.resolve("postgres"))) {
      var pid = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return Long.parseLong(Files.readAllLines(pid).get(0).strip());
    }
  }

  /** A process that has ended and waits to be noticed has no command line any more. */
  private static boolean runs(long pid) {
    try {
      return !Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
