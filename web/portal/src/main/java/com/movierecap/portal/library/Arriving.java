package com.movierecap.portal.library;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A film on its way in: says once when the last of its bytes is here, and never takes a part of it
 * for the whole.
 */
final class Arriving extends FilterInputStream {
  /** What is done as soon as all bytes are here. */
  @FunctionalInterface
  interface News {
    void told() throws IOException;
  }

  /** The sender has gone away in the middle. */
  static final class BrokenOff extends IOException {
    BrokenOff(Throwable cause) {
      super("the upload broke off", cause);
    }
  }

  private final News arrived;
  private long left;
  private boolean told;

  /**
   * @param left how many bytes are still to come
   */
  Arriving(InputStream in, long left, News arrived) {
    super(in);
    this.left = left;
    this.arrived = arrived;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      tell();
      return length == 0 ? 0 : -1;
    }
    int read;
    try {
      read = in.read(into, offset, (int) Math.min(length, left));
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
    if (read < 0) {
      throw new BrokenOff(new java.io.EOFException(left + " bytes are missing"));
    }
    left -= read;
    if (left == 0) {
      tell();
    }
    return read;
  }

  /** Whoever is gone by now does not hear it; the film is here all the same. */
  private void tell() {
    if (!told) {
      told = true;
      try {
        arrived.told();
      } catch (IOException e) {
        // nobody listens
      }
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
