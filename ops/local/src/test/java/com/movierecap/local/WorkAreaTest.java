package com.movierecap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkAreaTest {
  @TempDir Path directory;
  private Path server;
  private Path ear;
  private Path output;
  private Path remembered;

  @BeforeEach
  void a_server_that_has_run_once() throws Exception {
    server = directory.resolve("server");
    ear = Files.createDirectories(server.resolve("apps")).resolve("recap.ear");
    Files.writeString(ear, "one");
    output = directory.resolve("output");
    WorkArea.clearIfOutdated(server, output);
    remembered = Files.createDirectories(output.resolve("workarea/cache")).resolve("recap-api.war");
    Files.writeString(remembered, "taken out of the ear");
  }

  @Test
  void what_liberty_remembers_is_kept_while_the_application_is_the_same() throws Exception {
    WorkArea.clearIfOutdated(server, output);
    assertThat(remembered).exists();
  }

  @Test
  void what_liberty_remembers_is_forgotten_with_a_new_application_but_its_keys_are_not()
      throws Exception {
    Path keys = Files.createFile(output.resolve("ltpa.keys"));
    Files.writeString(ear, "another");
    WorkArea.clearIfOutdated(server, output);
    assertThat(remembered).doesNotExist();
    assertThat(keys).exists();
  }
}
