package com.movierecap.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.movierecap.local.LibertyServer;
import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One server on one database, and those who are signed in to it. */
final class Site implements AutoCloseable {
  private static final Duration STARTS = Duration.ofMinutes(4);

  /** Tokens live for ten minutes. */
  private static final Duration FRESH = Duration.ofMinutes(6);

  private static final String REPLACED = "com/movierecap/access/TenantSessionListener.class";
  private static final String HEAD =
      " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Tokens(byte[] headers, String refresh) {}

  private final String name;
  private final int port;
  private final LibertyServer server;
  private final Map<Films.Tenant, Tokens> tokens = new HashMap<>();
  private long signedInAt;

  private Site(String name, int port, LibertyServer server) {
    this.name = name;
    this.port = port;
    this.server = server;
  }

  /**
   * Starts the built server under a user folder of its own; {@link #awaitReady} waits.
   *
   * @param unbound where a class lies that replaces the one that binds tenants, or null
   */
  static Site start(
      String name, Path project, Path state, LocalStack stack, String database, Path unbound)
      throws IOException {
    var wlp = project.resolve("ear/target/liberty/wlp");
    var user = state.resolve("usr");
    copy(wlp.resolve("usr/shared"), user.resolve("shared"));
    var server = user.resolve("servers").resolve(name);
    Files.createDirectories(server.resolve("apps"));
    for (var file : List.of("server.xml", "jvm.options", "apps/recap.ear")) {
      Files.copy(wlp.resolve("usr/servers/recap").resolve(file), server.resolve(file));
    }
    if (unbound != null) {
      replace(server.resolve("apps/recap.ear"), unbound.resolve(REPLACED));
    }
    var environment = stack.environment(database);
    environment.put("WLP_USER_DIR", user.toString());
    environment.put("RECAP_HTTP_HOST", "127.0.0.1");
    environment.put("WORKER_SCRATCH", state.resolve("scratch-" + name).toString());
    for (var port : List.of("RECAP_HTTP_PORT", "RECAP_HTTPS_PORT", "RECAP_MANAGEMENT_PORT")) {
      try (var free = new ServerSocket(0)) {
        environment.put(port, Integer.toString(free.getLocalPort()));
      }
    }
    return new Site(
        name,
        Integer.parseInt(environment.get("RECAP_HTTP_PORT")),
        LibertyServer.start(wlp, name, environment, state.resolve("liberty-" + name)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (var file : tree.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void replace(Path ear, Path replacement) throws IOException {
    var jar = Files.createTempFile(ear.getParent().getParent(), "ejb", ".jar");
    try (var outer = FileSystems.newFileSystem(ear)) {
      Files.copy(outer.getPath("recap-ejb.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
      try (var inner = FileSystems.newFileSystem(jar)) {
        if (!Files.exists(inner.getPath(REPLACED))) {
          throw new IOException("there is no " + REPLACED + " in the EAR to replace");
        }
        Files.copy(replacement, inner.getPath(REPLACED), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.copy(jar, outer.getPath("recap-ejb.jar"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(jar);
  }

  void awaitReady() throws InterruptedException {
    server.awaitReady(STARTS);
  }

  KeptAlive connect() throws IOException {
    return new KeptAlive(port);
  }

  /** CPU time that the server has used. */
  Duration cpu() {
    return ProcessHandle.of(server.pid()).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
  }

  /** Signs everybody in, or renews what would expire before long. */
  void signIn(List<Films.Tenant> tenants) throws IOException {
    if (signedInAt != 0 && System.nanoTime() - signedInAt < FRESH.toNanos()) {
      return;
    }
    signedInAt = System.nanoTime();
    try (var connection = connect()) {
      for (var tenant : tenants) {
        var known = tokens.get(tenant);
        var pair =
            known == null
                ? post(
                    connection,
                    tenant,
                    "/api/auth/login",
                    Map.of("email", tenant.email(), "password", Films.PASSWORD))
                : post(
                    connection,
                    tenant,
                    "/api/auth/refresh",
                    Map.of("refresh_token", known.refresh()));
        tokens.put(
            tenant,
            new Tokens(
                bytes(
                    HEAD
                        + "Authorization: Bearer "
                        + pair.get("access_token").asText()
                        + "\r\n\r\n"),
                pair.get("refresh_token").asText()));
      }
    }
  }

  private JsonNode post(
      KeptAlive connection, Films.Tenant tenant, String path, Map<String, String> fields)
      throws IOException {
    var body = JSON.writeValueAsString(fields);
    connection.send(
        bytes(
            "POST "
                + path
                + HEAD
                + "X-Tenant-ID: "
                + tenant.slug()
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body));
    if (connection.status() != 200) {
      throw new IOException(
          "%s at %s answered %d: %s".formatted(path, name, connection.status(), connection.body()));
    }
    return JSON.readTree(connection.body());
  }

  /** Sends a GET as that tenant's viewer and reads the answer. */
  void get(KeptAlive connection, Films.Tenant tenant, String path) throws IOException {
    connection.send(bytes("GET " + path), tokens.get(tenant).headers());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  String name() {
    return name;
  }

  @Override
  public void close() {
    server.close();
  }
}
