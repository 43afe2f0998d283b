package com.movierecap.api;

import com.movierecap.access.CallContext;
import com.movierecap.crypto.Sha256;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Places in one tenant's answer to one query. Each names where it is good: taken elsewhere it would
 * skip what it should show.
 *
 * @param scope the tenant and the query
 */
record Cursors(String scope) {
  private static final int ID_BYTES = 16;
  private static final int SEAL_BYTES = 8;

  /**
   * Those of the bound tenant.
   *
   * @param uri of the list; the tenant in its path does not count
   * @param parameters what is asked for; how much of it, and from where, does not count
   */
  static Cursors of(String uri, Map<String, String[]> parameters) {
    var asked = new TreeMap<>(parameters);
    asked.remove("after");
    asked.remove("limit");
    var scope = new StringBuilder(CallContext.requiredTenant().toString());
    scope.append(' ').append(uri.replaceFirst("^/tenant/[^/]+", ""));
    asked.forEach((name, values) -> scope.append('\n').append(name).append(Arrays.asList(values)));
    return new Cursors(scope.toString());
  }

  /** The place behind an item. */
  String close(UUID item) {
    var id =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(item.getMostSignificantBits())
            .putLong(item.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(ID_BYTES + SEAL_BYTES).put(id).put(seal(id)).array());
  }

  /**
   * The item that a place is behind.
   *
   * @throws ProblemException where it is a place in something else, or none
   */
  UUID open(String cursor) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == ID_BYTES + SEAL_BYTES) {
        var id = Arrays.copyOf(bytes, ID_BYTES);
        if (MessageDigest.isEqual(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length), seal(id))) {
          var buffer = ByteBuffer.wrap(id);
          return new UUID(buffer.getLong(), buffer.getLong());
        }
      }
    } catch (IllegalArgumentException e) {
      // no cursor of ours
    }
    throw new ProblemException(ProblemType.INVALID_REQUEST, "after");
  }

  private byte[] seal(byte[] id) {
    var digest = Sha256.digest();
    digest.update(scope.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(id), SEAL_BYTES);
  }
}
