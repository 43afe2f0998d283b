package com.movierecap.tools;

/** An environment variable that a command needs and that is not set. */
final class MissingSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingSetting(String variable) {
    super(variable + " is not set");
  }
}
