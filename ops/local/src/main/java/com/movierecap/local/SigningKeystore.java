package com.movierecap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The key that signs access tokens. Made once: with a new one on every start, a restart would sign
 * everybody out.
 */
final class SigningKeystore {
  private static final String ALIAS = "jwt";
  private static final String VALIDITY_DAYS = "3650";

  private SigningKeystore() {}

  /** The PKCS12 file, made with the JDK's own keytool if it is missing. */
  static Path provide(StateDirectory state) throws InterruptedException {
    Path keystore = state.root().resolve("jwt.p12");
    if (!Files.exists(keystore)) {
      make(state, keystore);
    }
    return keystore;
  }

  static String password(StateDirectory state) {
    return state.secret("jwt.keystore");
  }

  private static void make(StateDirectory state, Path keystore) throws InterruptedException {
    try {
      Path beside = state.root().resolve("jwt.p12.new");
      Files.deleteIfExists(beside);
      Path log = state.log("keytool");
      ChildProcess keytool =
          ChildProcess.start(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  ALIAS,
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-validity",
                  VALIDITY_DAYS,
                  "-dname",
                  "CN=Movie Recap local stack",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  beside.toString(),
                  // by environment, so that no list of processes shows it
                  "-storepass:env",
                  "STORE_PASSWORD"),
              Map.of("STORE_PASSWORD", password(state)),
              state.root(),
              log);
      if (keytool.waitFor() != 0) {
        throw new StartupFailure("keytool could not make the signing key:\n" + keytool.tail());
      }
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
      Files.move(beside, keystore, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
