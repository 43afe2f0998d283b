package com.movierecap.media.evaluation;

import java.util.Locale;

/** One line a figure: {@code name value baseline goal}. */
final class Report {
  private Report() {}

  static void line(String name, double value, double baseline, String goal) {
    System.out.printf(Locale.ROOT, "%-64s %8.3f %8.3f  %s%n", name, value, baseline, goal);
  }

  static void line(String name, double value, String goal) {
    System.out.printf(Locale.ROOT, "%-64s %8.3f %8s  %s%n", name, value, "-", goal);
  }
}
