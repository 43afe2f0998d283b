package com.movierecap.media;

import java.util.Locale;
import java.util.Map;

/**
 * A file that went out with a recap.
 *
 * @param name within the recap's folder, such as {@code recap.mp4}
 * @param mediaType to be served with, by the IANA's list
 */
public record OutputFile(String name, String mediaType) {
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("mkv", "video/matroska"),
          Map.entry("webm", "video/webm"),
          Map.entry("vtt", "text/vtt; charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("otio", "application/json"),
          Map.entry("fcpxml", "application/xml"),
          Map.entry("edl", "text/plain; charset=UTF-8"),
          Map.entry("txt", "text/plain; charset=UTF-8"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"));

  /** A file whose name's ending tells its type. */
  public static OutputFile named(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = BY_ENDING.get(ending);
    if (type == null) {
      throw new IllegalArgumentException("no media type for " + name);
    }
    return new OutputFile(name, type);
  }
}
