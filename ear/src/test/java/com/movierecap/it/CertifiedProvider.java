package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A provider that somebody else wrote and the OpenID Foundation certified: {@code oidc-provider} of
 * npm, in a process of its own on loopback. Its versions are locked beside its program.
 */
final class CertifiedProvider implements AutoCloseable {
  private static final Path SOURCE = TestStack.PROJECT.resolve("ear/src/test/provider");
  private static final Path FOLDER = TestStack.STATE.resolveSibling("provider");

  private final Process process;
  private final String issuer;

  private CertifiedProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * @param person claims of whoever comes, as JSON
   */
  static CertifiedProvider start(String client, String secret, String redirectUri, String person)
      throws IOException {
    install();
    var builder = new ProcessBuilder("node", "provider.mjs", client, secret, redirectUri);
    builder.environment().put("PERSON", person);
    var process =
        builder
            .directory(FOLDER.toFile())
            .redirectError(FOLDER.resolve("provider.log").toFile())
            .start();
    // it ends with its standard input, and so with us
    var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    var lines = reader.lines().filter(line -> line.startsWith("http://")).findFirst();
    return new CertifiedProvider(process, lines.orElseThrow());
  }

  /** Once for each build, unless its lock has changed. */
  private static synchronized void install() throws IOException {
    Files.createDirectories(FOLDER);
    for (var name : List.of("package.json", "package-lock.json", "provider.mjs")) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    var installed = FOLDER.resolve("installed.json");
    if (Files.exists(installed)
        && Files.mismatch(installed, FOLDER.resolve("package-lock.json")) < 0) {
      return;
    }
    var npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(npm.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    Files.copy(FOLDER.resolve("package-lock.json"), installed, StandardCopyOption.REPLACE_EXISTING);
  }

  String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
