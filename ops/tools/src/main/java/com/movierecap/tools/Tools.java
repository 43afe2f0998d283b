package com.movierecap.tools;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;

/** Production's commands, by their names. */
@Command(
    name = "recap-tools",
    description =
        "What is typed where Movie Recap runs. All is configured by the environment variables of its"
            + " servers; no secret is an argument.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Tools.Version.class,
    footer = {"", "Exits with 0 where it is done, 1 where it is not, 2 where the call is wrong."})
public final class Tools {
  // held: a logger that nobody holds forgets its level
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Tools() {}

  public static void main(String[] args) {
    FLYWAY.setLevel(Level.WARNING);
    System.exit(
        run(
            System.getenv(),
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            args));
  }

  /** Says what was done to {@code out}, why not to {@code err}, and returns the exit code. */
  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    var settings = new Settings(environment);
    return new CommandLine(new Tools())
        .addSubcommand(new Migrate(settings))
        .addSubcommand(new RotateKeys(settings))
        .addSubcommand(new InviteOperator(settings))
        .addSubcommand(new VerifyAudit(settings))
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err))
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof MissingSetting) {
      err.println(e.getMessage());
      return ExitCode.USAGE;
    }
    if (e instanceof CommandFailure || e instanceof SQLException || e instanceof FlywayException) {
      err.println(e.getMessage());
    } else {
      // a fault of ours, which somebody will want to find
      e.printStackTrace(err);
    }
    return ExitCode.SOFTWARE;
  }

  /** The jar's. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "recap-tools "
            + Objects.requireNonNullElse(
                Tools.class.getPackage().getImplementationVersion(), "of a source tree")
      };
    }
  }
}
