package com.movierecap.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Another key signs access tokens, and no request fails for it. */
@Command(
    name = "rotate-keys",
    description = {
      "Lets another key sign access tokens while requests flow.",
      "",
      "  rotate   both steps with the wait between them, where all nodes read one file",
      "  prepare  makes the next key: accepted and published, does not sign. The previous one is gone",
      "  switch   the next key signs, the one that signed is the previous one and still accepted",
      "  status   which key is what, and since when",
      "",
      "Where the file reaches the nodes in another way (a mounted secret), run prepare, hand the file"
          + " out, wait, run switch and hand it out again. A step that would break a request is"
          + " refused: switch before every node knows the next key, prepare while tokens of the"
          + " previous key live (10.5 minutes and the wait). The file is replaced in one move; the"
          + " one before stays beside it as .before, until the next change.",
      "",
      "Environment: JWT_KEYSTORE, the file, and JWT_KEYSTORE_PASSWORD."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tools.Version.class)
final class RotateKeys implements Callable<Integer> {
  private static final int LONGEST_WAIT = 999_999;

  private enum Step {
    ROTATE,
    PREPARE,
    SWITCH,
    STATUS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Settings settings;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "STEP",
      defaultValue = "rotate",
      description = "${COMPLETION-CANDIDATES}. By default rotate.")
  private Step step;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "How long the slowest node takes to see a changed file. By default 120.")
  private int seconds;

  @Option(
      names = "--force",
      description =
          "Does a step that would be refused. For a key that has leaked: rotate --force, and then"
              + " prepare --force.")
  private boolean force;

  RotateKeys(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < 0 || seconds > LONGEST_WAIT) {
      throw new ParameterException(spec.commandLine(), "--wait takes 0 to " + LONGEST_WAIT);
    }
    var keystore =
        new SigningKeystore(
            Path.of(settings.required("JWT_KEYSTORE")), settings.required("JWT_KEYSTORE_PASSWORD"));
    var wait = Duration.ofSeconds(seconds);
    var rotation = new KeyRotation(keystore, wait, force, spec.commandLine().getOut());
    switch (step) {
      case ROTATE -> rotation.rotate();
      case PREPARE -> rotation.prepareOnly();
      case SWITCH -> rotation.switchOver();
      case STATUS -> rotation.status();
    }
    return ExitCode.OK;
  }
}
