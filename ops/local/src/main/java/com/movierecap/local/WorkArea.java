package com.movierecap.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Liberty's memory between two starts, which makes the second one fast and can deceive it.
 *
 * <p>It keeps the WARs it has taken out of the EAR, and takes them out again only if their time
 * inside the EAR has changed. Our build is reproducible and gives every entry the same time, so
 * that a new WAR looks like the old one. When an application has changed, the memory has to go.
 */
final class WorkArea {
  private WorkArea() {}

  /**
   * @param server the server's folder in the installation
   * @param output the same server's folder in the output
   */
  static void clearIfOutdated(Path server, Path output) throws IOException {
    Path stamp = output.resolve("applications.stamp");
    String applications = fingerprint(server.resolve("apps"));
    if (Files.exists(stamp) && Files.readString(stamp).equals(applications)) {
      return;
    }
    Folders.delete(output.resolve("workarea"));
    Files.createDirectories(output);
    Files.writeString(stamp, applications);
  }

  private static String fingerprint(Path applications) throws IOException {
    if (!Files.isDirectory(applications)) {
      return "";
    }
    try (Stream<Path> tree = Files.walk(applications)) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      StringBuilder lines = new StringBuilder();
      for (Path file : files) {
        lines.append(file).append(' ').append(Files.size(file)).append(' ');
        lines.append(Files.getLastModifiedTime(file)).append('\n');
      }
      return lines.toString();
    }
  }
}
