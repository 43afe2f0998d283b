package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells newcomers to type is typed here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReadmeIT {
  private static final Pattern JOURNEY =
      Pattern.compile("<!-- ReadmeIT .*?-->\n```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theJourneyInFiveLinesEndsWithARecap() throws IOException, InterruptedException {
    var readme = Files.readString(TestStack.PROJECT.resolve("README.md"));
    var matcher = JOURNEY.matcher(readme);
    assertThat(matcher.find()).isTrue();
    var lines = matcher.group(1).strip();
    assertThat(lines.lines()).hasSize(5).allMatch(line -> line.contains("curl "));

    var bash = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", lines);
    bash.directory(folder.toFile()).redirectErrorStream(true);
    var names = bash.environment();
    names.put("RECAP", TestStack.base().toString());
    names.put("PASSWORD", TestStack.PASSWORD);
    names.put("FILM", Films.demo().toString());
    names.put("SUBTITLES", Films.subtitles().toString());
    var process = bash.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("event: done").contains("\"status\":\"succeeded\"");
    assertThat(Files.size(folder.resolve("recap.mp4"))).isGreaterThan(10_000);
  }
}
