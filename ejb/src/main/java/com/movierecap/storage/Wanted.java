package com.movierecap.storage;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an object a request asks for, in the words of RFC 9110: a part of it ({@code Range},
 * 14.2), that part only of the object it began with ({@code If-Range}, 13.1.5), and nothing where
 * it has the object already ({@code If-None-Match}, 13.1.2).
 *
 * @param acceptEncoding in which other codings it may be sent (12.5.3)
 */
public record Wanted(
    @Nullable String range,
    @Nullable String ifRange,
    @Nullable String ifNoneMatch,
    @Nullable String acceptEncoding) {
  /** All of it. */
  public static final Wanted WHOLE = new Wanted(null, null, null, null);

  /** What the server compresses on its way out, as server.xml says. */
  private static final Pattern COMPRESSED =
      Pattern.compile(
          "text/.*|application/(problem\\+)?json.*|application/vnd\\.apple\\.mpegurl|image/svg\\+xml");

  /**
   * Whether the bytes may be others than the object's on their way out. Then its tag can only be a
   * weak one, and a part of it would be a part of something else: it is sent whole.
   */
  boolean mayBeCoded(String mediaType) {
    var codings = acceptEncoding == null ? "" : acceptEncoding.strip();
    return !codings.isEmpty()
        && !codings.equals("identity")
        && COMPRESSED.matcher(mediaType).matches();
  }

  /** Whether who asks has the object already. Weak and strong tags are compared alike. */
  boolean had(String etag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(etag)));
  }

  /**
   * The part asked for; none where the object is no longer the one that the request began with, or
   * where that cannot be told, as with a date or a weak tag.
   */
  Optional<ByteRange> part(String etag, long size) {
    var same = ifRange == null || ifRange.strip().equals(etag) && !etag.startsWith("W/");
    return same ? ByteRange.parse(range, size) : Optional.empty();
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
