package com.movierecap.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what we must be able to read again, so that a copy of the database alone tells nothing:
 * AES-256-GCM, a nonce for each use in front. What was closed for one place does not open in
 * another.
 */
public final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private SecretCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * By this name MicroProfile Config makes one out of a setting, so that a server with a bad key
   * does not start.
   *
   * @param key 32 bytes as Base64
   */
  public static SecretCipher of(String key) {
    var bytes = Base64.getDecoder().decode(key.strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key of 32 bytes as Base64 is needed");
    }
    return new SecretCipher(bytes);
  }

  /**
   * @param place whose secret it is
   */
  public byte[] close(byte[] secret, String place) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
      var sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
      System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException where it was closed with another key, for another place, or
   *     changed
   */
  public byte[] open(byte[] sealed, String place) {
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be opened", e);
    }
  }

  /**
   * What follows from a secret for whoever has the key, and tells nobody else anything: HMAC-SHA256
   * with a key of its own.
   *
   * @param place what it is for
   * @return 32 bytes as URL-safe Base64
   */
  public String derive(String secret, String place) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
      mac.init(new SecretKeySpec(mac.doFinal(place.getBytes(StandardCharsets.UTF_8)), HMAC));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
