package com.movierecap.library;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an upload is told from another by: all that is said of the film, and each of its bytes. */
final class Fingerprint {
  private final MessageDigest film = sha256();

  /** The same stream, read for the fingerprint on its way. */
  InputStream of(InputStream arriving) {
    return new DigestInputStream(arriving, film);
  }

  /** Once the whole film was read. */
  String text(NewMovie wish, @Nullable SubtitleFile subtitles) {
    var cues = subtitles == null ? "" : hex(sha256().digest(subtitles.bytes()));
    return "film %s subtitles %s of %s".formatted(hex(film.digest()), cues, wish);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
