package com.movierecap.tools;

import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to the version of this jar. */
@Command(
    name = "migrate",
    description = {
      "Brings the database up to the version that this jar belongs to, before servers of that version"
          + " start. Where it is there already, nothing happens.",
      "",
      "Environment: POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DATABASE (recap), POSTGRES_OWNER_USER,"
          + " POSTGRES_OWNER_PASSWORD. The database and its roles must be there."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tools.Version.class)
final class Migrate implements Runnable {
  private final Settings settings;
  @Spec private CommandSpec spec;

  Migrate(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void run() {
    var result = settings.database("OWNER").migrate(Database.OWN);
    var out = spec.commandLine().getOut();
    result.migrations.forEach(
        each -> out.printf("%s %s, %d ms%n", each.version, each.description, each.executionTime));
    out.printf(
        "version %s, %s%n",
        Objects.requireNonNullElse(result.targetSchemaVersion, result.initialSchemaVersion),
        result.migrationsExecuted == 0
            ? "nothing to do"
            : result.migrationsExecuted + " migrations");
  }
}
