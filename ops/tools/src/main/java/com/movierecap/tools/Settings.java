package com.movierecap.tools;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The environment variables that production's servers are configured with. */
final class Settings {
  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @throws MissingSetting where it is not set, or empty
   */
  String required(String variable) {
    var value = environment.getOrDefault(variable, "");
    if (value.isEmpty()) {
      throw new MissingSetting(variable);
    }
    return value;
  }

  /**
   * The database, as the service names it ({@code server.xml}).
   *
   * @param role whose {@code POSTGRES_…_USER} and {@code POSTGRES_…_PASSWORD} are used
   */
  Database database(String role) {
    return new Database(
        "jdbc:postgresql://%s:%s/%s?ApplicationName=recap-tools"
            .formatted(
                required("POSTGRES_HOST"),
                required("POSTGRES_PORT"),
                URLEncoder.encode(
                    environment.getOrDefault("POSTGRES_DATABASE", "recap"),
                    StandardCharsets.UTF_8)),
        required("POSTGRES_" + role + "_USER"),
        required("POSTGRES_" + role + "_PASSWORD"));
  }
}
