package com.movierecap.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes out of a secret and the time: RFC 6238 over RFC 4226, with SHA-1, six digits and steps of
 * half a minute, which is what every program for phones understands.
 */
final class Totp {
  private static final String ALGORITHM = "HmacSHA1";

  /** As RFC 4226 recommends, section 4, R6. */
  private static final int SECRET_BYTES = 20;

  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final long STEP_SECONDS = 30;

  /** Clocks may differ, and people take their time: one step either way. */
  private static final long DRIFT = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] nextSecret() {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** What programs read from the QR code. */
  static String uri(String secret, String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            encoded(issuer), encoded(account), secret, encoded(issuer), DIGITS, STEP_SECONDS);
  }

  /** Whether somebody who typed this meant one of these codes. */
  static boolean isMeant(String typed) {
    return typed.matches("[0-9]{" + DIGITS + "}");
  }

  /**
   * The step whose code was typed.
   *
   * @param used the newest step whose code was used already: only later ones count
   * @return empty where the code is wrong, too old, or used
   */
  static OptionalLong step(byte[] secret, String typed, long used, Instant now) {
    var current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    var found = OptionalLong.empty();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      if (step > used && same(code(secret, step), typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      var hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
      // dynamic truncation, RFC 4226 section 5.3
      int offset = hash.get(hash.limit() - 1) & 0xf;
      int number = hash.getInt(offset) & 0x7fffffff;
      return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String code, String typed) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
