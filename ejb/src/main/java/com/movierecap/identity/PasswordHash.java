package com.movierecap.identity;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id as RFC 9106 describes it, with OWASP's least parameters: 19 MiB, two passes, one lane.
 * The result describes itself in PHC string format, so that parameters can grow without losing
 * anybody's password.
 */
public final class PasswordHash {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,5}),t=([1-9][0-9]{0,2}),p=([1-9])"
              + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

  /** Each hash takes 19 MiB of heap: a crowd at the door must not push the server over. */
  private static final Semaphore AT_ONCE = new Semaphore(4);

  private final SecureRandom random = new SecureRandom();
  private final int memory;
  private final int passes;

  /** Something to compare with where there is no account, so that both answers take as long. */
  private final String ofNobody;

  public PasswordHash() {
    this(MEMORY_KIB, PASSES);
  }

  /**
   * @param memory KiB
   */
  PasswordHash(int memory, int passes) {
    this.memory = memory;
    this.passes = passes;
    this.ofNobody = hash("nobody".toCharArray());
  }

  public String hash(char[] password) {
    var salt = new byte[16];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memory,
            passes,
            LANES,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, memory, passes, LANES)));
  }

  /** Whether a hash of ours was made with other parameters than are used today. */
  boolean isOutgrown(String hash) {
    return !hash.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(memory, passes, LANES));
  }

  /** Whether the password is the one that was hashed; false for text that is no hash of ours. */
  public boolean verify(char[] password, String hash) {
    var parts = PHC.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    var decoder = Base64.getDecoder();
    var derived =
        derive(
            password,
            decoder.decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    return MessageDigest.isEqual(derived, decoder.decode(parts.group(5)));
  }

  /** As much work as {@link #verify}, for an account that does not exist. */
  void verifyNobody(char[] password) {
    verify(password, ofNobody);
  }

  private static byte[] derive(char[] password, byte[] salt, int memory, int passes, int lanes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .build());
    var hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      // the same characters, however the keyboard's machine puts them together
      var same = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC);
      generator.generateBytes(same.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }
}
