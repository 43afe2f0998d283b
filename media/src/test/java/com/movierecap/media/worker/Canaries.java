package com.movierecap.media.worker;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file and an address that nobody has any business to open, and that tell whether somebody did:
 * opening a FIFO to write waits until it is opened to be read.
 */
final class Canaries implements AutoCloseable {
  private final Path file;
  private final ServerSocket socket;
  private final Thread writer;
  private final Thread server;
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean called = new AtomicBoolean();

  Canaries(Path file) throws IOException, InterruptedException {
    this.file = file;
    if (new ProcessBuilder("mkfifo", file.toString()).inheritIO().start().waitFor() != 0) {
      throw new IOException("no FIFO at " + file);
    }
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    writer = new Thread(this::waitForReader, "canary file");
    server = new Thread(this::waitForCaller, "canary address");
    for (Thread thread : new Thread[] {writer, server}) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void waitForReader() {
    try {
      new FileOutputStream(file.toFile()).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    opened.set(true);
  }

  private void waitForCaller() {
    try (Socket caller = socket.accept()) {
      called.set(caller.isConnected());
    } catch (IOException e) {
      // closed: nobody called
    }
  }

  Path file() {
    return file;
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/canary.ts";
  }

  boolean opened() throws InterruptedException {
    writer.join(200);
    return opened.get();
  }

  boolean called() throws InterruptedException {
    server.join(200);
    return called.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    if (!opened.get()) {
      // lets the thread that waits for a reader go
      new FileInputStream(file.toFile()).close();
    }
  }
}
