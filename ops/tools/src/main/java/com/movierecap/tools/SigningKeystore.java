package com.movierecap.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The PKCS12 file whose keys sign access tokens. Every node accepts and publishes all keys that are
 * in it, and there are two: the one that signs with the next or with the previous one.
 *
 * <p>The life of a key: {@linkplain #prepare() made} as the next one, known to everybody before it
 * signs; {@linkplain #switchOver() signs}; is the previous one, still accepted; is gone when
 * another is prepared. Each step replaces the file in one move and keeps the file of before beside
 * it.
 */
public final class SigningKeystore {
  static final String SIGNS = "jwt";
  static final String NEXT = "next";
  static final String PREVIOUS = "previous";

  private static final String VALIDITY_DAYS = "3650";
  private static final String PRIVATE = "rw-------";

  private final Path file;
  private final String password;

  /**
   * @param file may be a symbolic link; what it points at is replaced
   */
  public SigningKeystore(Path file, String password) {
    this.file = file;
    this.password = password;
  }

  /** Makes the file with a key that signs and a next one, or what of them is missing. */
  public void provide() {
    if (!Files.exists(file)) {
      create();
    }
    if (since(NEXT).isEmpty() && since(PREVIOUS).isEmpty()) {
      prepare();
    }
  }

  private void create() {
    try {
      Path beside = beside(".new");
      Files.deleteIfExists(beside);
      generate(beside, SIGNS);
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(PRIVATE));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When the key came to be what it is, or empty where there is none of that kind. */
  Optional<Instant> since(String alias) {
    try {
      return Optional.ofNullable(read(file).getCreationDate(alias)).map(date -> date.toInstant());
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** The name that tokens and the published key set give the key. */
  String name(String alias) {
    try {
      byte[] key = read(file).getCertificate(alias).getPublicKey().getEncoded();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** Puts the next key in and takes the previous one out: its tokens open nothing any more. */
  void prepare() {
    replace(
        beside -> {
          generate(beside, NEXT);
          KeyStore keys = read(beside);
          if (keys.containsAlias(PREVIOUS)) {
            keys.deleteEntry(PREVIOUS);
          }
          write(keys, beside);
        });
  }

  /** Lets the next key sign; the one that signed is the previous one. */
  void switchOver() {
    replace(
        beside -> {
          KeyStore keys = read(beside);
          move(keys, SIGNS, PREVIOUS);
          move(keys, NEXT, SIGNS);
          write(keys, beside);
        });
  }

  private void move(KeyStore keys, String from, String to) throws GeneralSecurityException {
    char[] secret = password.toCharArray();
    keys.setKeyEntry(to, keys.getKey(from, secret), secret, keys.getCertificateChain(from));
    keys.deleteEntry(from);
  }

  private interface Change {
    void on(Path beside) throws IOException, GeneralSecurityException;
  }

  @SuppressWarnings("try")
  private void replace(Change change) {
    try (FileChannel lock = lock()) {
      Path beside = beside(".new");
      // with its owner and rights: the server must be able to read it
      Files.copy(
          file, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      change.on(beside);
      sync(beside, StandardOpenOption.WRITE);
      Files.copy(
          file,
          beside(".before"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(beside, file.toRealPath(), StandardCopyOption.ATOMIC_MOVE);
      sync(beside.resolveSibling(""), StandardOpenOption.READ);
    } catch (IOException | GeneralSecurityException e) {
      throw new CommandFailure(file + " could not be changed and is as it was: " + e, e);
    }
  }

  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // said below
    }
    channel.close();
    throw new IOException("somebody else is changing it");
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private Path beside(String ending) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file;
    return real.resolveSibling(real.getFileName() + ending);
  }

  private KeyStore read(Path path) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(path)) {
      keys.load(in, password.toCharArray());
    }
    return keys;
  }

  private void write(KeyStore keys, Path path) throws IOException, GeneralSecurityException {
    try (var out = Files.newOutputStream(path)) {
      keys.store(out, password.toCharArray());
    }
  }

  /** By the JDK's own keytool, since a key needs a certificate and nothing else here makes one. */
  private void generate(Path keystore, String alias) throws IOException {
    ProcessBuilder keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                VALIDITY_DAYS,
                "-dname",
                "CN=Movie Recap access tokens",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                // by environment, so that no list of processes shows it
                "-storepass:env",
                "STORE_PASSWORD")
            .redirectErrorStream(true);
    keytool.environment().put("STORE_PASSWORD", password);
    Process process = keytool.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool could not make a key: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private CommandFailure unreadable(Exception cause) {
    return new CommandFailure(file + " cannot be read: " + cause, cause);
  }
}
