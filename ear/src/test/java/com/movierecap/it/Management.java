package com.movierecap.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What those see who watch the server under test: its metrics and its log. */
final class Management {
  private Management() {}

  /** In Prometheus' format. */
  static String metrics() {
    var port = TestStack.environment().get("RECAP_MANAGEMENT_PORT");
    return new Api(URI.create("http://localhost:" + port)).get("/metrics").body();
  }

  /** One JSON object a line. */
  static List<String> log() throws IOException {
    // Liberty begins with a few lines about itself
    return Files.readAllLines(
            TestStack.WLP.resolve(Path.of("usr/servers/recap-it/logs/messages.log")))
        .stream()
        .filter(line -> line.startsWith("{"))
        .toList();
  }
}
