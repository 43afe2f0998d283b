package com.movierecap.isolation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection, kept alive, one request at a time. Written by hand because client and server
 * share the machine: what the client burns is taken from what is measured.
 */
final class KeptAlive implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private Socket socket;
  private InputStream in;
  private boolean closing;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
  private final StringBuilder line = new StringBuilder();
  private int status;
  private byte[] body = {};

  KeptAlive(int port) throws IOException {
    this.port = port;
    open();
  }

  private void open() throws IOException {
    closing = false;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  /** The server closes after an error. Called before the clock starts, connecting is not timed. */
  void ready() throws IOException {
    if (closing) {
      close();
      open();
    }
  }

  /** Sends the parts as one request and reads the whole answer. */
  void send(byte[]... parts) throws IOException {
    ready();
    out.reset();
    for (var part : parts) {
      out.write(part);
    }
    socket.getOutputStream().write(out.toByteArray());
    status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:")) {
        closing = lower.contains("close");
      }
    }
    body = chunked ? chunks() : bytes(length);
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      whole.write(bytes(length));
      line();
      if (length == 0) {
        return whole.toByteArray();
      }
    }
  }

  private byte[] bytes(int length) throws IOException {
    var read = in.readNBytes(length);
    if (read.length < length) {
      throw new EOFException("the connection was closed in the middle of an answer");
    }
    return read;
  }

  private String line() throws IOException {
    line.setLength(0);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  int status() {
    return status;
  }

  String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
