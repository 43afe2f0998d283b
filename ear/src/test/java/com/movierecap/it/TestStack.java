package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.DemoAccounts;
import com.movierecap.local.LocalStack;
import com.movierecap.local.ProductPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * PostgreSQL, Redis and S3 of the test run, started before the first test is looked for, and the
 * server that Arquillian starts against them. Every port is free-chosen, everything listens on
 * loopback.
 */
public final class TestStack implements LauncherSessionListener {
  /** Of every demo account in every database of the stack. */
  public static final String PASSWORD = "stack-under-test";

  static final Path WLP = Path.of(required("wlp.home"));
  static final Path PROJECT = Path.of(required("project.root")).toAbsolutePath().normalize();
  static final Path STATE = Path.of(required("test.state"));
  private static final String SERVER = "recap-it";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static boolean applicationStarted;
  private static boolean applicationFailed;

  private static @Nullable LocalStack stack;
  private static @Nullable DnsServer dns;
  private static Map<String, String> environment = Map.of();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      delete(STATE);
      var started = LocalStack.start(STATE, PROJECT);
      stack = started;
      var names = DnsServer.start();
      dns = names;
      environment = onOwnPorts(started.environment());
      environment.put("TENANCY_DNS_SERVER", names.address());
      // the tests' own providers
      environment.put("IDENTITY_SSO_LOOPBACK", "true");
      accounts(LocalStack.DATABASE);
      prepareServer();
      System.setProperty("it.http.port", environment.get("RECAP_HTTP_PORT"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    dns().close();
    stack().close();
  }

  static LocalStack stack() {
    var started = stack;
    if (started == null) {
      throw new IllegalStateException("the stack is not running");
    }
    return started;
  }

  /** The name server that the server under test asks. */
  static DnsServer dns() {
    var started = dns;
    if (started == null) {
      throw new IllegalStateException("the stack is not running");
    }
    return started;
  }

  /** Of the server that Arquillian runs. */
  static Map<String, String> environment() {
    return environment;
  }

  static URI base() {
    awaitApplication();
    return base(environment);
  }

  /** On a busy machine Arquillian takes the server to be ready before the application is. */
  private static synchronized void awaitApplication() {
    assertThat(applicationFailed).as("the application did not start").isFalse();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!applicationStarted && System.nanoTime() < end) {
      try {
        var health = URI.create(base(environment) + "/health/started").toURL().openConnection();
        applicationStarted = ((HttpURLConnection) health).getResponseCode() == 200;
      } catch (IOException e) {
        // not even listening
      }
      if (!applicationStarted) {
        Api.pause();
      }
    }
    applicationFailed = !applicationStarted;
  }

  static URI base(Map<String, String> environment) {
    return URI.create("http://localhost:" + environment.get("RECAP_HTTP_PORT"));
  }

  /** A database of its own, with the demo accounts, for a test that breaks things. */
  static Map<String, String> ownDatabase(String name) throws IOException {
    stack().createDatabase(name);
    accounts(name);
    var own = onOwnPorts(stack().environment(name));
    // what one installation remembers of its tenants is false in another
    own.merge("REDIS_URL", "/1", String::concat);
    return own;
  }

  /** For one more server beside the one under test, with the same data and the same keys. */
  static Map<String, String> anotherNode() throws IOException {
    return onOwnPorts(environment);
  }

  private static void accounts(String database) {
    new DemoAccounts(stack(), new ProductPasswords()).create(database, PASSWORD);
  }

  private static Map<String, String> onOwnPorts(Map<String, String> environment)
      throws IOException {
    var own = new TreeMap<>(environment);
    own.put("RECAP_HTTP_HOST", "127.0.0.1");
    for (var name : new String[] {"RECAP_HTTP_PORT", "RECAP_HTTPS_PORT", "RECAP_MANAGEMENT_PORT"}) {
      try (var free = new ServerSocket(0)) {
        own.put(name, Integer.toString(free.getLocalPort()));
      }
    }
    own.put("MAIL_PORTAL_URL", LocalStack.portal(Integer.parseInt(own.get("RECAP_HTTP_PORT"))));
    own.put("WORKER_SCRATCH", STATE.resolve("scratch-" + own.get("RECAP_HTTP_PORT")).toString());
    return own;
  }

  /** Arquillian gives its server no environment, so the same names go into an override file. */
  private static void prepareServer() throws IOException {
    var built = WLP.resolve("usr/servers/recap");
    var server = WLP.resolve("usr/servers").resolve(SERVER);
    delete(server);
    Files.createDirectories(server.resolve("apps"));
    Files.createDirectories(server.resolve("configDropins/overrides"));
    for (var file :
        new String[] {"server.xml", "bootstrap.properties", "jvm.options", "apps/recap.ear"}) {
      Files.copy(built.resolve(file), server.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    var xml = new StringBuilder("<server>\n");
    environment.forEach(
        (name, value) -> {
          xml.append("<variable name=\"%s\" value=\"%s\"/>%n".formatted(name, value));
          // MicroProfile Config looks for its own spelling here, unlike in the environment
          xml.append(
              "<variable name=\"%s\" value=\"%s\"/>%n"
                  .formatted(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        });
    Files.writeString(
        server.resolve("configDropins/overrides/stack.xml"), xml.append("</server>\n"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String required(String property) {
    var value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("run by Maven: -D" + property + " is missing");
    }
    return value;
  }
}
