package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One of production's commands, as it runs there: its one jar copied to a folder where nothing else
 * is, and no environment but the one given.
 */
record Tool(int code, String said) {
  private static final Path BUILT = TestStack.PROJECT.resolve("ops/tools/target/recap-tools.jar");

  static Tool run(String... words) throws IOException, InterruptedException {
    return run(TestStack.environment(), words);
  }

  static Tool run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("tools");
    var jar = Files.copy(BUILT, folder.resolve("recap-tools.jar"));
    try {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
      command.addAll(List.of(words));
      var builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment);
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Tool(process.exitValue(), said);
    } finally {
      Files.delete(jar);
      Files.delete(folder);
    }
  }
}
