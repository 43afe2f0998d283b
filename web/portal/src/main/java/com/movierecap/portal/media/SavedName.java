package com.movierecap.portal.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What a file is called where its reader keeps it: {@code The title - recap.mp4}. */
public final class SavedName {
  private static final int LONGEST_TITLE = 120;

  private SavedName() {}

  /** Without what some file system cannot have in a name. */
  public static String of(String title, String fileName) {
    var plain =
        Normalizer.normalize(title, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", " ")
            .replaceAll("\\s+", " ")
            .strip();
    int end =
        plain.offsetByCodePoints(
            0, Math.min(plain.codePointCount(0, plain.length()), LONGEST_TITLE));
    var kept = plain.substring(0, end).replaceAll("[. ]+$", "").replaceAll("^[. ]+", "");
    return kept.isEmpty() ? fileName : kept + " - " + fileName;
  }

  /** As a header has it, with a plain name for whoever knows no other letters (RFC 6266). */
  static String attachment(String name, String plain) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
