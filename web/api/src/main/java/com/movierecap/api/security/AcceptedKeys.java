package com.movierecap.api.security;

import com.movierecap.crypto.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The public halves of all keys in {@code JWT_KEYSTORE}: the one that signs, and the one before or
 * after it ({@code rotate-keys}). Looks at the file on every use, so that this node knows a new key
 * as soon as it sees the file.
 */
@ApplicationScoped
public class AcceptedKeys {
  /** As {@code jwtBuilder} in server.xml has it. */
  private static final String SIGNS = "jwt";

  private static final Logger LOG = Logger.getLogger(AcceptedKeys.class.getName());

  /** What changes when a file is replaced. */
  private record Version(FileTime modified, long size, @Nullable Object file) {
    static Version of(Path path) throws IOException {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  private record Content(Version version, Map<String, RSAPublicKey> keys) {}

  private volatile @Nullable Content content;

  /** By the name that tokens give them ({@code kid}); the one that signs comes first. */
  public Map<String, RSAPublicKey> byName() {
    var config = ConfigProvider.getConfig();
    var path = config.getValue("jwt.keystore", Path.class);
    var known = content;
    try {
      var version = Version.of(path);
      if (known != null && known.version.equals(version)) {
        return known.keys;
      }
      var read =
          new Content(version, read(path, config.getValue("jwt.keystore.password", String.class)));
      content = read;
      return read.keys;
    } catch (IOException | GeneralSecurityException e) {
      if (known == null) {
        throw new IllegalStateException("no keys could be read from " + path, e);
      }
      LOG.log(Level.WARNING, "staying with the keys that were read before from " + path, e);
      return known.keys;
    }
  }

  private static Map<String, RSAPublicKey> read(Path path, String password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(path)) {
      store.load(in, password.toCharArray());
    }
    var keys = new LinkedHashMap<String, RSAPublicKey>();
    put(keys, store, SIGNS);
    for (var alias : Collections.list(store.aliases())) {
      put(keys, store, alias);
    }
    return Collections.unmodifiableMap(keys);
  }

  private static void put(Map<String, RSAPublicKey> keys, KeyStore store, String alias)
      throws GeneralSecurityException {
    var certificate = store.getCertificate(alias);
    if (certificate == null) {
      throw new GeneralSecurityException("there is no key " + alias);
    }
    var key = (RSAPublicKey) certificate.getPublicKey();
    keys.put(name(key), key);
  }

  /** As Liberty names the key in the tokens that it signs. */
  private static String name(RSAPublicKey key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.digest().digest(key.getEncoded()));
  }
}
