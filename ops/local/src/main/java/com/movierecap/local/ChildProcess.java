package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program started by us, in a session of its own.
 *
 * <p>The session matters at the terminal: Ctrl-C goes to the whole foreground group, and without
 * one Redis would be gone before Liberty had finished with it. {@code setsid} executes the program
 * in its own place, so the process id is the program's.
 */
final class ChildProcess {
  private static final int TAIL_LINES = 25;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the command; what it prints goes to the log, which begins anew. */
  static ChildProcess start(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    List<String> whole = new ArrayList<>();
    whole.add("setsid");
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks it to end, and ends it with everything it started if it has not after that time. */
  void stop(Duration patience) {
    List<ProcessHandle> children = process.descendants().toList();
    // shutting down must not be cut short by the interrupt that asked for it
    boolean interrupted = Thread.interrupted();
    try {
      process.destroy();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it as a crash would: at once, with no chance to tidy up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The end of what it printed, for an error message. */
  String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(its log " + log + " cannot be read)";
    }
  }
}
