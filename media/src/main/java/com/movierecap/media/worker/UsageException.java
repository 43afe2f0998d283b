package com.movierecap.media.worker;

/** The command line cannot be understood or obeyed; the message is one line for its user. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
