package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The folder that outlives a run: data, secrets, ports, logs.
 *
 * <p>Held by at most one process at a time. The lock is the kernel's, so it falls with its holder
 * however that one ends; there is no lock file to delete by hand after a crash.
 */
public final class StateDirectory implements AutoCloseable {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int SECRET_LENGTH = 32;
  private static final int KEY_BYTES = 32;

  private final Path root;
  private final FileChannel lock;
  private final SecureRandom random = new SecureRandom();

  private StateDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, and ends what an earlier holder left running in it.
   *
   * @throws StartupFailure if another process, or this one, holds it already
   */
  public static StateDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      // children are recognised by this path in their command lines, so it must be the same on
      // every start
      Path root = directory.toRealPath();
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!taken(channel)) {
        channel.close();
        throw new StartupFailure(
            "another ./run is already using "
                + root
                + "; stop it first, or set RECAP_STATE_DIR to another folder");
      }
      StateDirectory state = new StateDirectory(root, channel);
      state.orphans().stop();
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  public Path root() {
    return root;
  }

  /** A folder inside, made if missing. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log(String name) {
    return folder("logs").resolve(name + ".log");
  }

  Orphans orphans() {
    return new Orphans(root);
  }

  /** A password made up on first use and kept, so that data written with it can be read again. */
  String secret(String name) {
    return remembered("credentials.properties", name, () -> randomText(SECRET_LENGTH));
  }

  /** As {@link #secret}, for a cipher: 256 random bits as Base64. */
  String key(String name) {
    return remembered(
        "credentials.properties",
        name,
        () -> {
          byte[] bytes = new byte[KEY_BYTES];
          random.nextBytes(bytes);
          return Base64.getEncoder().encodeToString(bytes);
        });
  }

  /** The port last used under this name if it is still free, else a new one. */
  int port(String name) {
    Map<String, String> ports = read("ports.properties");
    String known = ports.get(name);
    int port =
        known != null && isFree(Integer.parseInt(known)) ? Integer.parseInt(known) : freePort();
    ports.put(name, Integer.toString(port));
    writePrivately("ports.properties", ports, "");
    return port;
  }

  /** Addresses and credentials as lines a shell can source. */
  void writeShellVariables(String file, Map<String, String> variables) {
    Map<String, String> quoted = new TreeMap<>();
    variables.forEach((name, value) -> quoted.put(name, value.replace("'", "'\\''")));
    writePrivately(file, quoted, "'");
  }

  String randomText(int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  String remembered(String file, String name, Supplier<String> first) {
    Map<String, String> values = read(file);
    String value = values.get(name);
    if (value == null) {
      value = first.get();
      values.put(name, value);
      writePrivately(file, values, "");
    }
    return value;
  }

  private Map<String, String> read(String file) {
    Map<String, String> values = new TreeMap<>();
    Path path = root.resolve(file);
    if (Files.exists(path)) {
      try {
        for (String line : Files.readAllLines(path)) {
          int equals = line.indexOf('=');
          if (equals > 0) {
            values.put(line.substring(0, equals), line.substring(equals + 1));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return values;
  }

  // written beside and moved over: a crash must not leave half a file of passwords
  private void writePrivately(String file, Map<String, String> values, String quote) {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (name, value) ->
            lines.append(name).append('=').append(quote).append(value).append(quote).append('\n'));
    try {
      Path beside = root.resolve(file + ".new");
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(beside, lines);
      try {
        Files.move(beside, root.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, root.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
