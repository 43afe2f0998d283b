package com.movierecap.tools;

import org.jspecify.annotations.Nullable;

/** A step that was refused or did not succeed, in a sentence for whoever typed the command. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    this(message, null);
  }

  CommandFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
