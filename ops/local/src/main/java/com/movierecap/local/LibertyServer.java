package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One Liberty as a process of its own, so that it can be stopped as an operator would, or killed as
 * a crash would.
 *
 * <p>Where it writes (logs, LTPA keys, work area) is the output folder, never the installation:
 * that one lies in {@code target} and may be deleted at any time.
 */
public final class LibertyServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  private final ChildProcess process;
  private final URI ready;
  private final Path pidFile;

  private LibertyServer(ChildProcess process, URI ready, Path pidFile) {
    this.process = process;
    this.ready = ready;
    this.pidFile = pidFile;
  }

  /**
   * Starts it and returns at once; {@link #awaitReady} waits.
   *
   * @param wlp the unpacked Liberty
   * @param name of the server in {@code wlp/usr/servers}
   * @param environment usually {@link LocalStack#environment()}; must name {@code
   *     RECAP_MANAGEMENT_PORT}
   * @param output folder for what it writes; two servers need two. Its process id is kept beside it
   *     in {@code NAME-OF-FOLDER.pid}
   */
  public static LibertyServer start(
      Path wlp, String name, Map<String, String> environment, Path output) {
    try {
      Path folder = Files.createDirectories(output).toRealPath();
      Path script = wlp.resolve("bin/server").toAbsolutePath();
      if (!Files.isRegularFile(script)) {
        throw new StartupFailure(
            "there is no Liberty in " + wlp + "; build it with: mvn -DskipTests package");
      }
      WorkArea.clearIfOutdated(wlp.resolve("usr/servers").resolve(name), folder.resolve(name));
      Map<String, String> variables = new TreeMap<>(environment);
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.put("WLP_OUTPUT_DIR", folder.toString());
      // on the command line for one purpose: a later run recognises this process as its own by it
      variables.put(
          "JVM_ARGS", environment.getOrDefault("JVM_ARGS", "") + " -Drecap.output=" + folder + "/");
      // "run" replaces the script by the JVM: one process, and its id is this one
      ChildProcess process =
          ChildProcess.start(
              List.of(script.toString(), "run", name),
              variables,
              folder,
              folder.resolve("console.log"));
      Path pidFile = folder.resolveSibling(folder.getFileName() + ".pid");
      Files.writeString(pidFile, Long.toString(process.pid()));
      String port = environment.getOrDefault("RECAP_MANAGEMENT_PORT", "9081");
      return new LibertyServer(
          process, URI.create("http://127.0.0.1:" + port + "/health/ready"), pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The ports a Liberty with this environment would take, in the order HTTP, HTTPS, management.
   *
   * @throws StartupFailure in one line, if one of them is taken
   */
  public static int[] checkPorts(Map<String, String> environment) {
    LibertyPorts ports = LibertyPorts.from(environment);
    ports.check();
    return new int[] {ports.http(), ports.https(), ports.management()};
  }

  /**
   * Waits until the server says it is ready.
   *
   * @throws StartupFailure if it ends before, or is not ready in time; with the end of its log
   */
  public void awaitReady(Duration timeout) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!isReady(client, request)) {
      if (!process.isAlive()) {
        throw new StartupFailure(
            "Liberty ended while starting. The end of its log:\n" + process.tail());
      }
      if (System.nanoTime() > deadline) {
        throw new StartupFailure(
            "Liberty was not ready after "
                + timeout.toSeconds()
                + " s. The end of its log:\n"
                + process.tail());
      }
      Thread.sleep(POLL.toMillis());
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The last lines of its console. */
  public String logTail() {
    return process.tail();
  }

  /** Waits until it ends by itself. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Lets it shut down as Liberty does, for 20 seconds; then it is ended. */
  public void stop() {
    process.stop(GRACE);
    forget();
  }

  /** SIGKILL: what it was doing stays half done. */
  public void kill() {
    process.kill();
    forget();
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
