package com.movierecap.tools;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The product's database, as one of its roles signs in.
 *
 * @param url as JDBC has it, without user and password
 */
public record Database(String url, String user, String password) {
  /** The migrations that this jar brings along. */
  static final String OWN = "classpath:db/migrations";

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /**
   * Brings it up to the newest version; the role has to own its tables. Each migration is one
   * transaction, and the same call on another machine waits for this one.
   *
   * @param migrations where they lie, as Flyway writes it, such as {@code filesystem:…}
   * @throws org.flywaydb.core.api.FlywayException where one fails, or is not what was once applied
   */
  public MigrateResult migrate(String migrations) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .locations(migrations)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
