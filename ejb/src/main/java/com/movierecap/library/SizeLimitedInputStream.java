package com.movierecap.library;

import com.movierecap.i18n.Bytes;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than allowed. */
final class SizeLimitedInputStream extends FilterInputStream {
  private final long limit;
  private long seen;

  SizeLimitedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int bytes) {
    seen += bytes;
    if (seen > limit) {
      throw new ProblemException(ProblemType.TOO_LARGE, new Bytes(limit));
    }
  }
}
