package com.movierecap.media.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.movierecap.media.ffmpeg.WorkerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the networks in the worker's folder {@code models/}. */
final class Models {
  private static final String LIBRARIES = "native/onnxruntime/ai/onnxruntime/native/linux-x64";

  private Models() {}

  static boolean fetched(String file) {
    return Files.exists(path(file));
  }

  private static Path path(String file) {
    return WorkerHome.path().resolve("models").resolve(file);
  }

  /**
   * @return empty where the build did not fetch it, or this machine cannot run it
   */
  static Optional<OrtSession> open(String file) {
    Path model = path(file);
    if (!fetched(file)) {
      return Optional.empty();
    }
    try {
      // else every process unpacks 28 MB of its own
      System.setProperty(
          "onnxruntime.native.path", WorkerHome.path().resolve(LIBRARIES).toString());
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      try (SessionOptions options = new SessionOptions()) {
        // a processor decodes meanwhile, and an arena would keep what it once needed
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        return Optional.of(environment.createSession(model.toString(), options));
      }
    } catch (OrtException | LinkageError e) {
      System.err.println("left out, as it cannot be run here: " + model + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment();
  }
}
