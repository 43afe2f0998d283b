package com.movierecap.media.worker;

import com.movierecap.media.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that draws over itself. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 32;
  private static final long GAP_NANOS = 80_000_000;

  private final PrintStream terminal;
  private long last;
  private boolean drawn;

  ProgressBar(PrintStream terminal) {
    this.terminal = terminal;
    this.last = System.nanoTime() - GAP_NANOS;
  }

  @Override
  public void at(Stage stage, double done) {
    long now = System.nanoTime();
    if (now - last < GAP_NANOS) {
      return;
    }
    last = now;
    drawn = true;
    double all = Math.min(1, before(stage) + done * share(stage));
    int full = (int) Math.round(all * WIDTH);
    terminal.print(
        String.format(
            Locale.ROOT,
            "\r%-8s [%s%s] %3d %%",
            stage.name().toLowerCase(Locale.ROOT),
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            Math.round(all * 100)));
    terminal.flush();
  }

  /** Wipes the line. */
  void end() {
    if (drawn) {
      terminal.print("\r" + " ".repeat(WIDTH + 20) + "\r");
      terminal.flush();
    }
  }

  private static double before(Stage stage) {
    double before = 0;
    for (Stage earlier : Stage.values()) {
      if (earlier.compareTo(stage) < 0) {
        before += share(earlier);
      }
    }
    return before;
  }

  private static double share(Stage stage) {
    return switch (stage) {
      case PROBE, SELECT -> 0.02;
      case ANALYSE -> 0.56;
      case RENDER -> 0.4;
    };
  }
}
