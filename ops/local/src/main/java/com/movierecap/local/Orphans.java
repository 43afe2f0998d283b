package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Processes that outlived a run which was killed before it could stop them.
 *
 * <p>Each leaves its process id in a file of the state directory. An id alone proves nothing, since
 * the kernel hands it out again; a process counts as ours only if its command line or its program
 * lies in this state directory.
 */
final class Orphans {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Servers before the stores they use. PostgreSQL calls SIGINT a fast shutdown; SIGTERM waits for
   * its clients.
   */
  private enum Kind {
    LIBERTY("liberty.pid", "TERM"),
    REDIS("redis/redis.pid", "TERM"),
    POSTGRES("postgres/postmaster.pid", "INT");

    private final String pidFile;
    private final String signal;

    Kind(String pidFile, String signal) {
      this.pidFile = pidFile;
      this.signal = signal;
    }
  }

  private final Path root;

  Orphans(Path root) {
    this.root = root;
  }

  /** Ends all of them and clears their files, also those whose process is long gone. */
  void stop() {
    for (Kind kind : Kind.values()) {
      stop(kind);
    }
  }

  void stopPostgres() {
    stop(Kind.POSTGRES);
  }

  private void stop(Kind kind) {
    Path file = root.resolve(kind.pidFile);
    pidIn(file)
        .flatMap(ProcessHandle::of)
        .filter(this::isOurs)
        .ifPresent(process -> end(process, kind.signal));
    try {
      // a stale postmaster.pid stops PostgreSQL from starting if another program has the id by now
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Long> pidIn(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    String marker = root + "/";
    return contains(commandLine(proc), marker) || contains(program(proc), marker);
  }

  private static boolean contains(@Nullable String text, String marker) {
    return text != null && text.contains(marker);
  }

  // ProcessHandle.info() gives up on long command lines, and Liberty's is long
  private static @Nullable String commandLine(Path proc) {
    try {
      return Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return null;
    }
  }

  private static @Nullable String program(Path proc) {
    try {
      return Files.readSymbolicLink(proc.resolve("exe")).toString();
    } catch (IOException gone) {
      return null;
    }
  }

  private static void end(ProcessHandle process, String signal) {
    List<ProcessHandle> children = process.descendants().toList();
    boolean interrupted = Thread.interrupted();
    try {
      // Java itself can send TERM and KILL only
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception notInTime) {
      interrupted |= notInTime instanceof InterruptedException;
      process.destroyForcibly();
      process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
