package com.movierecap.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the server that can break: while it is broken, nobody gets through at all. */
final class Network implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean broken;
  private volatile long breaksAfter = Long.MAX_VALUE;
  private volatile String breaksAt = "";

  Network(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** As soon as one connection has carried so many bytes to the server. */
  void breakAfter(long bytes) {
    breaksAfter = bytes;
  }

  /** As soon as an answer holds these words, which do not arrive. */
  void breakAtAnswer(String words) {
    breaksAt = words;
  }

  void mend() {
    breaksAfter = Long.MAX_VALUE;
    breaksAt = "";
    broken = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        if (broken) {
          caller.close();
          continue;
        }
        var callee = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(caller);
        open.add(callee);
        start(() -> carry(caller, callee, true));
        start(() -> carry(callee, caller, false));
      } catch (SocketException e) {
        // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void carry(Socket from, Socket to, boolean up) {
    var bytes = new byte[1 << 16];
    long carried = 0;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(bytes)) >= 0) {
        carried += read;
        var text = breaksAt;
        var ends =
            up
                ? carried > breaksAfter
                : !text.isEmpty()
                    && new String(bytes, 0, read, StandardCharsets.UTF_8).contains(text);
        if (ends) {
          breakNow();
          return;
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private void breakNow() {
    broken = true;
    for (var socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    open.clear();
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "network");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    breakNow();
  }
}
