package com.movierecap.storage;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object, both ends inclusive, as in RFC 9110, section 14.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte
 */
public record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  public long length() {
    return last - first + 1;
  }

  /**
   * The range a request asks for. A header that asks for several ranges, or for nothing we know, is
   * ignored, as the RFC allows.
   *
   * @param size of the whole object in bytes
   * @throws ProblemException where the range lies outside the object
   */
  public static Optional<ByteRange> parse(@Nullable String header, long size) {
    if (header == null) {
      return Optional.empty();
    }
    var matcher = SINGLE.matcher(header.strip());
    if (!matcher.matches() || header.contains("bytes=-") && matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    long first;
    long last = size - 1;
    if (matcher.group(1).isEmpty()) {
      var suffix = Long.parseLong(matcher.group(2));
      if (suffix == 0) {
        throw new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE);
      }
      first = Math.max(0, size - suffix);
    } else {
      first = Long.parseLong(matcher.group(1));
      if (!matcher.group(2).isEmpty()) {
        var wanted = Long.parseLong(matcher.group(2));
        if (wanted < first) {
          return Optional.empty();
        }
        last = Math.min(last, wanted);
      }
    }
    if (first >= size) {
      throw new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE);
    }
    return Optional.of(new ByteRange(first, last));
  }

  /** As the {@code Content-Range} of an answer. */
  public String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
