package com.movierecap.local;

/**
 * Something the person at the keyboard can mend. The message is one whole line that says what to
 * do; a stack trace would only hide it, so {@link Run} prints the message alone.
 */
public final class StartupFailure extends RuntimeException {
  public StartupFailure(String message) {
    super(message);
  }

  public StartupFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
