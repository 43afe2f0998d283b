package com.movierecap.kernel;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A rule said no. Rolls the transaction back and reaches the edge as it is; the edge puts it into
 * the customer's language.
 */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient Object[] arguments;

  /**
   * @param arguments fill the placeholders of the problem's detail; a {@link Duration} is how long
   *     to wait before trying again, {@code Bytes} a size
   */
  public ProblemException(ProblemType type, Object... arguments) {
    super(type.slug() + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
    this.type = type;
    this.arguments = arguments;
  }

  public ProblemType type() {
    return type;
  }

  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }

  /** After how many seconds the same is worth trying again, where that is what was said. */
  public Optional<Long> retryAfter() {
    return Arrays.stream(arguments())
        .filter(Duration.class::isInstance)
        .map(wait -> ((Duration) wait).plusMillis(999).toSeconds())
        .findFirst();
  }

  public static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND);
  }
}
