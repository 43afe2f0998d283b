package com.movierecap.media.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints every figure the engine is judged by; {@code ops/load/engine/evaluate} starts it. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * @param arguments folder for the films made on the way
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    System.out.printf(Locale.ROOT, "%-64s %8s %8s  %s%n", "name", "value", "baseline", "goal");
    new ShotFigures(folder, 40).print();
    new KindFigures(folder).print();
    new RecapFigures(folder, new long[] {1, 2, 3, 4, 5}, 60).print();
  }
}
