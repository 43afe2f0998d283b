package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis as a child process. It writes every change to its append-only file, so that a crash loses a
 * second at most.
 */
final class RedisStore implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChildProcess process;
  private final int port;

  private RedisStore(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static RedisStore start(StateDirectory state) throws InterruptedException {
    Path directory = state.folder("redis");
    int port = state.port("redis");
    try {
      Path configuration = directory.resolve("redis.conf");
      Files.writeString(
          configuration,
          """
          bind 127.0.0.1
          port %d
          dir "%s"
          pidfile "%s"
          daemonize no
          appendonly yes
          appendfsync everysec
          databases 16
          """
              .formatted(port, directory, directory.resolve("redis.pid")));
      Path program =
          ExecutableProvider.newJarResourceProvider(state.folder("redis/bin").toFile())
              .get()
              .toPath();
      RedisStore redis =
          new RedisStore(
              ChildProcess.start(
                  List.of(program.toString(), configuration.toString()),
                  Map.of(),
                  directory,
                  state.log("redis")),
              port);
      redis.awaitReady();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!answersPing()) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new StartupFailure("Redis did not start:\n" + process.tail());
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  // while it still reads its file Redis accepts connections, but answers -LOADING
  private boolean answersPing() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == '+';
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.stop(PATIENCE);
  }
}
