package com.movierecap.library;

import com.movierecap.crypto.Sha256;
import com.movierecap.json.Json;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an upload is told from another by: all that is said of the film, and each of its bytes. */
final class Fingerprint {
  private final MessageDigest film = Sha256.digest();

  private record Words(String sha256, String name, SubtitleSettings settings) {
    static Words of(SubtitleFile file) {
      return new Words(Sha256.hex(file.bytes()), file.name(), file.settings());
    }
  }

  /** The same stream, read for the fingerprint on its way. */
  InputStream of(InputStream arriving) {
    return new DigestInputStream(arriving, film);
  }

  /** Once the whole film was read. */
  String text(NewMovie wish, @Nullable SubtitleFile subtitles) {
    return "film %s subtitles %s of %s"
        .formatted(
            HexFormat.of().formatHex(film.digest()),
            subtitles == null ? "" : Json.line(Words.of(subtitles)),
            Json.line(wish));
  }
}
