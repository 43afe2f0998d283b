package com.movierecap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir Path directory;

  @Test
  void stores_left_behind_by_a_killed_run_are_stopped_before_the_next_starts() throws Exception {
    StateDirectory abandoned = StateDirectory.open(directory);
    LocalStack.start(
        abandoned,
        Path.of("src/test/resources/migrations"),
        Path.of("worker"),
        LibertyPorts.from(Map.of()));
    ProcessHandle postgres = processIn("postgres/postmaster.pid");
    ProcessHandle redis = processIn("redis/redis.pid");
    // what kill -9 leaves: the kernel frees the lock, the children live on
    abandoned.close();

    try (StateDirectory next = StateDirectory.open(directory)) {
      assertThat(postgres.isAlive()).isFalse();
      assertThat(redis.isAlive()).isFalse();
      assertThat(next.root().resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void a_server_left_behind_is_stopped_with_what_it_started() throws Exception {
    Path output = Files.createDirectories(directory.resolve("liberty")).toRealPath();
    Process server =
        new ProcessBuilder(
                "bash", "-c", "sleep 600 & echo $!; wait", "java -Drecap.output=" + output + "/")
            .start();
    try (var lines = server.inputReader()) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      Files.writeString(directory.resolve("liberty.pid"), Long.toString(server.pid()));

      StateDirectory.open(directory).close();

      assertThat(server.isAlive()).isFalse();
      worker.onExit().join();
    }
  }

  @Test
  void a_process_that_only_got_the_same_id_is_left_alone() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(directory.resolve("liberty.pid"), Long.toString(other.pid()));
      StateDirectory.open(directory).close();
      assertThat(other.isAlive()).isTrue();
      assertThat(directory.resolve("liberty.pid")).doesNotExist();
    } finally {
      other.destroyForcibly().onExit().join();
    }
  }

  @Test
  void a_pid_file_with_nonsense_does_not_stop_the_start() throws Exception {
    Files.writeString(directory.resolve("liberty.pid"), "no number");
    StateDirectory.open(directory).close();
    assertThat(directory.resolve("liberty.pid")).doesNotExist();
  }

  private ProcessHandle processIn(String file) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(directory.resolve(file)).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }
}
