package com.movierecap.media.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where files lie while a film is read: copies of it, and parts. Goes with all that lies in it. */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;

  public ScratchFolder() {
    try {
      path = Files.createTempDirectory("film");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
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
