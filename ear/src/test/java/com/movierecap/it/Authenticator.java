package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/**
 * Somebody's program that makes codes: oathtool, which knows nothing of ours. Each code is newer
 * than the one before, as the service takes none twice; those of the neighbouring steps are good as
 * well, so that three can be had without waiting.
 */
final class Authenticator {
  private static final long STEP = 30;
  private static final long HASTE = 8;

  private final String secret;
  private long last;

  /**
   * @param secret Base32, blanks or not
   */
  Authenticator(String secret) {
    this.secret = secret.replaceAll("\\s", "");
  }

  String code() {
    // not in the last moments in which a code is good
    last = Math.max(last + 1, step(HASTE) - 1);
    while (last > now() + 1) {
      Api.pause();
    }
    return at(last);
  }

  /** Six digits that are no code around now. */
  String wrong() {
    for (int i = 0; ; i++) {
      var digits = String.format(java.util.Locale.ROOT, "%06d", i);
      if (!digits.equals(at(now() - 1))
          && !digits.equals(at(now()))
          && !digits.equals(at(now() + 1))
          && !digits.equals(at(now() + 2))) {
        return digits;
      }
    }
  }

  private static long now() {
    return step(0);
  }

  private static long step(long secondsAhead) {
    return (Clock.systemUTC().instant().getEpochSecond() + secondsAhead) / STEP;
  }

  private String at(long step) {
    var time = Instant.ofEpochSecond(step * STEP).toString().replace('T', ' ').replace("Z", " UTC");
    try {
      var process =
          new ProcessBuilder("oathtool", "--totp", "--base32", "--now=" + time, secret)
              .redirectErrorStream(true)
              .start();
      var code = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(code.strip()).matches("[0-9]{6}");
      return code.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
