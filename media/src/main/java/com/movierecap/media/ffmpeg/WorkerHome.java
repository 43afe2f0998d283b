package com.movierecap.media.ffmpeg;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder the engine runs from: {@code lib/} with its jars and {@code native/} with the unpacked
 * programs and libraries. The build lays it out as {@code media/target/worker}.
 */
public final class WorkerHome {
  /** System property that names the folder; where absent it is found from the engine's own jar. */
  public static final String PROPERTY = "recap.worker.home";

  private static final String PROGRAMS = "native/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64-gpl";

  private WorkerHome() {}

  public static Path path() {
    @Nullable String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Path.of(named);
    }
    Path own = ownLocation();
    // run from classes (a test, an IDE) the folder is their neighbour in target/
    return own.toFile().isDirectory()
        ? own.resolveSibling("worker")
        : own.resolveSibling(".." + File.separator).normalize();
  }

  /** Where {@code ffmpeg}, {@code ffprobe} and the libraries they need lie. */
  public static Path programs() {
    return path().resolve(PROGRAMS);
  }

  private static Path ownLocation() {
    try {
      URI jar = WorkerHome.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where the engine runs from", e);
    }
  }
}
