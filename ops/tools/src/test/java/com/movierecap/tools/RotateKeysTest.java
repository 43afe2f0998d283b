package com.movierecap.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysTest {
  private static final String PASSWORD = "a-password-that-nobody-may-see";

  @TempDir private Path folder;

  @Test
  void aStepThatWouldBreakARequestIsRefusedAndForced() {
    new SigningKeystore(file(), PASSWORD).provide();
    assertRefused("rotate-keys", "switch");
    assertDone("rotate-keys", "switch", "--wait", "0");
    assertRefused("rotate-keys", "switch", "--force");
    assertRefused("rotate-keys", "prepare");
    assertDone("rotate-keys", "prepare", "--force");
    assertDone("rotate-keys", "--force");
    var status = assertDone("rotate-keys", "status");
    assertThat(status.out().lines()).hasSize(2);
    assertThat(status.out()).contains("signs ", "previous ");
  }

  @Test
  void aFileThatIsNoneIsSaid() throws IOException {
    assertRefused("rotate-keys", "status");
    Files.writeString(file(), "none");
    assertRefused("rotate-keys");
    assertThat(file()).hasContent("none");
  }

  private Said assertDone(String... command) {
    var said = run(command);
    assertThat(said.code()).as(said.all()).isZero();
    return said;
  }

  private void assertRefused(String... command) {
    var said = run(command);
    assertThat(said.code()).as(said.all()).isEqualTo(1);
    assertThat(said.err().lines()).hasSize(1);
  }

  private Said run(String... command) {
    var environment = Map.of("JWT_KEYSTORE", file().toString(), "JWT_KEYSTORE_PASSWORD", PASSWORD);
    var said = Said.by(environment, command);
    assertThat(said.all()).doesNotContain(PASSWORD);
    return said;
  }

  private Path file() {
    return folder.resolve("jwt.p12");
  }
}
