package com.movierecap.identity;

import com.movierecap.crypto.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that only their holder knows: 256 random bits, of which we keep the hash alone. */
public final class OpaqueToken {
  private static final SecureRandom RANDOM = new SecureRandom();

  private OpaqueToken() {}

  public static String next() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 is enough here: this is no password that somebody could guess. */
  public static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
