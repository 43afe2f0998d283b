package com.movierecap.media.reading;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where a copy of a film lies while it is read. */
final class CopyFolder implements AutoCloseable {
  private final Path path;

  CopyFolder() {
    try {
      path = Files.createTempDirectory("copied");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    for (File file : Objects.requireNonNullElse(path.toFile().listFiles(), new File[0])) {
      file.delete();
    }
    path.toFile().delete();
  }
}
