package com.movierecap.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three ports that people type: HTTP, HTTPS and management. Unlike those of the stores they are
 * never moved silently, since bookmarks and scripts hold them.
 *
 * @param management health, metrics and OpenAPI as Liberty serves them; follows HTTP unless named
 */
public record LibertyPorts(int http, int https, int management) {
  private static final int HTTP = 9080;
  private static final int HTTPS = 9443;

  /**
   * Reads {@code RECAP_HTTP_PORT}, {@code RECAP_HTTPS_PORT} and {@code RECAP_MANAGEMENT_PORT}; what
   * is absent gets its usual value.
   *
   * @throws StartupFailure if one is not a port
   */
  public static LibertyPorts from(Map<String, String> environment) {
    int http = port(environment, "RECAP_HTTP_PORT", HTTP);
    return new LibertyPorts(
        http,
        port(environment, "RECAP_HTTPS_PORT", HTTPS),
        port(environment, "RECAP_MANAGEMENT_PORT", http + 1));
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    @Nullable String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    throw new StartupFailure(
        name + " is '" + text + "', which is not a port; use a number from 1 to 65535");
  }

  /**
   * Says in one line which port is taken, before anything is started that would have to be stopped
   * again.
   *
   * @throws StartupFailure if a port is taken, or two of them are the same
   */
  public void check() {
    Map<Integer, String> seen = new LinkedHashMap<>();
    variables()
        .forEach(
            (name, port) -> {
              String other = seen.put(port, name);
              if (other != null) {
                throw new StartupFailure(
                    other + " and " + name + " are both " + port + "; give them different ports");
              }
              if (isTaken(port)) {
                throw new StartupFailure(
                    "port "
                        + port
                        + " is already in use by another program; stop it or set "
                        + name);
              }
            });
  }

  private Map<String, Integer> variables() {
    Map<String, Integer> variables = new LinkedHashMap<>();
    variables.put("RECAP_HTTP_PORT", http);
    variables.put("RECAP_HTTPS_PORT", https);
    variables.put("RECAP_MANAGEMENT_PORT", management);
    return variables;
  }

  // bound on every address, as Liberty will; that meets a listener on any one of them
  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
