package com.movierecap.identity.key;

import com.movierecap.identity.OpaqueToken;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its holder has it: {@code mrk_}, eight characters by which people know it, an
 * underscore, and 64 more: the tenant's id (25, a UUID to the base of 36), the secret (32, which is
 * 165 random bits) and a checksum (7, CRC-32 of all that stands before it). All of it is lower-case
 * letters and digits, so that a double click takes the whole of it.
 *
 * <p>Scanners of source code find one by {@link #SHAPE} and tell it from a lookalike by the
 * checksum; a mistyped one is refused without a look into the database. The tenant is no secret: it
 * is there because row-level security shows no key to whoever does not know whose it is.
 */
final class ApiKeyToken {
  static final Pattern SHAPE = Pattern.compile("(mrk_[0-9a-z]{8})_([0-9a-z]{25})[0-9a-z]{39}");

  private static final int RADIX = 36;
  private static final int NAME = 8;
  private static final int TENANT = 25;
  private static final int SECRET = 32;
  private static final int CHECKSUM = 7;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;
  private final String prefix;
  private final UUID tenant;

  private ApiKeyToken(String text, String prefix, UUID tenant) {
    this.text = text;
    this.prefix = prefix;
    this.tenant = tenant;
  }

  static ApiKeyToken next(UUID tenant) {
    var prefix = "mrk_" + random(NAME);
    var open =
        prefix
            + "_"
            + padded(new BigInteger(tenant.toString().replace("-", ""), 16), TENANT)
            + random(SECRET);
    return new ApiKeyToken(open + checksum(open), prefix, tenant);
  }

  /** Empty where it is none that we could have made. */
  static Optional<ApiKeyToken> parse(String text) {
    var shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    int end = text.length() - CHECKSUM;
    var tenant = new BigInteger(shape.group(2), RADIX);
    if (!checksum(text.substring(0, end)).equals(text.substring(end)) || tenant.bitLength() > 128) {
      return Optional.empty();
    }
    var id = new UUID(tenant.shiftRight(64).longValue(), tenant.longValue());
    return Optional.of(new ApiKeyToken(text, shape.group(1), id));
  }

  String text() {
    return text;
  }

  String prefix() {
    return prefix;
  }

  /** Whose it says that it is. */
  UUID tenant() {
    return tenant;
  }

  String hash() {
    return OpaqueToken.hash(text);
  }

  private static String checksum(String open) {
    var crc = new CRC32();
    crc.update(open.getBytes(StandardCharsets.US_ASCII));
    return padded(BigInteger.valueOf(crc.getValue()), CHECKSUM);
  }

  private static String padded(BigInteger number, int length) {
    var digits = number.toString(RADIX);
    return "0".repeat(length - digits.length()) + digits;
  }

  private static String random(int length) {
    var characters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      characters.append(Character.forDigit(RANDOM.nextInt(RADIX), RADIX));
    }
    return characters.toString();
  }
}
