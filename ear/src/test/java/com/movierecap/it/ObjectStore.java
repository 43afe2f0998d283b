package com.movierecap.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What lies in the object store, seen from behind: S3Proxy keeps each object in a file. */
final class ObjectStore {
  private ObjectStore() {}

  static List<Path> keysContaining(String part) throws IOException {
    try (var files = Files.walk(TestStack.STATE.resolve("s3"))) {
      return files.filter(Files::isRegularFile).filter(f -> f.toString().contains(part)).toList();
    }
  }

  /** How many bytes lie below a folder. */
  static long bytes(String folder) throws IOException {
    long bytes = 0;
    for (var file : keysContaining("/" + folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  static List<Path> all() throws IOException {
    return keysContaining("/tenants/");
  }
}
