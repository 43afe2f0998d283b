package com.movierecap.storage;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An open object; whoever asked for it closes the stream.
 *
 * @param content the bytes asked for
 * @param size of the whole object in bytes
 * @param range the part that {@code content} is, or null where it is the whole
 * @param etag quoted, as for HTTP
 */
public record StoredObject(InputStream content, long size, @Nullable ByteRange range, String etag) {

  /** How many bytes {@code content} holds. */
  public long length() {
    return range == null ? size : range.length();
  }
}
