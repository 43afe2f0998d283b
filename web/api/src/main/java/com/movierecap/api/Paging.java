package com.movierecap.api;

import com.movierecap.access.CallContext;
import com.movierecap.crypto.Sha256;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list, as requests and answers name them. A cursor is good for the tenant and the query
 * it was given out for and for nothing else: taken elsewhere it would skip what it should show.
 */
@RequestScoped
public class Paging {
  private static final int SEAL_BYTES = 8;

  @Inject private HttpServletRequest request;

  public Page.Request page(int limit, @Nullable String after) {
    return new Page.Request(limit, after == null || after.isEmpty() ? null : open(after));
  }

  /** The cursor of the page behind this one, or null on the last. */
  public @Nullable String next(Page<?> page) {
    var next = page.next();
    if (next == null) {
      return null;
    }
    var id = bytes(next);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(id.length + SEAL_BYTES).put(id).put(seal(id)).array());
  }

  private UUID open(String cursor) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == 16 + SEAL_BYTES) {
        var id = Arrays.copyOf(bytes, 16);
        if (MessageDigest.isEqual(Arrays.copyOfRange(bytes, 16, bytes.length), seal(id))) {
          var buffer = ByteBuffer.wrap(id);
          return new UUID(buffer.getLong(), buffer.getLong());
        }
      }
    } catch (IllegalArgumentException e) {
      // no cursor of ours
    }
    throw new ProblemException(ProblemType.INVALID_REQUEST, "after");
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] seal(byte[] id) {
    var asked = new TreeMap<>(request.getParameterMap());
    asked.remove("after");
    asked.remove("limit");
    var scope = new StringBuilder(CallContext.requiredTenant().toString());
    scope.append(' ').append(request.getRequestURI().replaceFirst("^/tenant/[^/]+", ""));
    asked.forEach((name, values) -> scope.append('\n').append(name).append(Arrays.asList(values)));
    var digest = Sha256.digest();
    digest.update(scope.toString().getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(id), SEAL_BYTES);
  }
}
