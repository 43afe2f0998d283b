package com.movierecap.idempotency;

import com.movierecap.access.CallContext;
import com.movierecap.crypto.Sha256;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of one person's request: the same text of another account, or of another tenant, is
 * another key.
 *
 * @param value as the header has it, without its quotes
 */
public record IdempotencyKey(UUID account, String value) {
  /** An RFC 8941 string, or bare as many send it: printable ASCII, so that it can be logged. */
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * @param header null where the request names itself not
   * @throws ProblemException where it could not be told from another, or is too long
   */
  public static @Nullable IdempotencyKey of(UUID account, @Nullable String header) {
    if (header == null) {
      return null;
    }
    var value = header.strip().replaceAll("^\"(.*)\"$", "$1");
    if (!VALUE.matcher(value).matches()) {
      throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
    }
    return new IdempotencyKey(account, value);
  }

  /** What a node holds while it works on the request, as a number for PostgreSQL's locks. */
  long lock() {
    var name = "idempotency " + CallContext.requiredTenant() + ' ' + account + ' ' + value;
    return ByteBuffer.wrap(Sha256.of(name)).getLong();
  }
}
