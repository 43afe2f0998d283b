package com.movierecap.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An open object; whoever asked for it closes the stream.
 *
 * @param content the bytes asked for
 * @param size of the whole object in bytes
 * @param range the part that {@code content} is, or null where it is the whole
 * @param etag quoted, as for HTTP
 * @param had whether who asked has it already, and is to be told so (304) and sent nothing
 */
public record StoredObject(
    InputStream content, long size, @Nullable ByteRange range, String etag, boolean had) {
  private static final int BUFFER_BYTES = 64 << 10;

  static StoredObject had(long size, String etag) {
    return new StoredObject(InputStream.nullInputStream(), size, null, etag, true);
  }

  /**
   * Writes the bytes and closes the object. Whoever leaves in the middle, as a player does whenever
   * somebody seeks, is no error; a store that breaks off is.
   */
  public void sendTo(OutputStream out) throws IOException {
    try (content) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        try {
          out.write(buffer, 0, read);
        } catch (IOException e) {
          return;
        }
      }
    }
  }

  /** How many bytes {@code content} holds. */
  public long length() {
    return range == null ? size : range.length();
  }
}
