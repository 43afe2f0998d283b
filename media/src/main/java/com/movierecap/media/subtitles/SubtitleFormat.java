package com.movierecap.media.subtitles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of subtitle files that are read. */
public enum SubtitleFormat {
  SUBRIP("SubRip"),
  WEBVTT("WebVTT"),
  ASS("ASS"),
  TTML("TTML"),
  SCC("SCC"),
  SBV("SBV"),
  SAMI("SAMI"),
  MICRODVD("MicroDVD"),
  MPL2("MPL2"),
  LRC("LRC");

  private static final Pattern SBV_TIMES =
      Pattern.compile(
          "\\d{1,3}:\\d{1,2}:\\d{1,2}\\.\\d{2,3},\\d{1,3}:\\d{1,2}:\\d{1,2}\\.\\d{2,3}");
  private static final Pattern FRAMES = Pattern.compile("^\\{\\d{1,9}\\}\\{\\d{0,9}\\}");
  private static final Pattern TENTHS = Pattern.compile("^\\[\\d{1,9}\\]\\[\\d{0,9}\\]");
  private static final Pattern STAMP = Pattern.compile("^\\[\\d{1,3}:\\d{1,2}(?:[.:]\\d{1,3})?\\]");
  private static final Pattern TT = Pattern.compile("<(?:[A-Za-z][\\w-]{0,20}:)?tt[\\s>]");

  /** In which a root element lies. */
  private static final int HEAD = 8192;

  private final String label;

  SubtitleFormat(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /**
   * By its label.
   *
   * @throws IllegalArgumentException where none is called so
   */
  public static SubtitleFormat labelled(String label) {
    return Arrays.stream(values())
        .filter(f -> f.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(label));
  }

  /** All of them, for a sentence. */
  static String labels() {
    return Arrays.stream(values()).map(SubtitleFormat::label).collect(Collectors.joining(", "));
  }

  /** By what the text says itself to be, else by the first line with a time in it. */
  static SubtitleFormat of(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    String first = head.stripLeading();
    if (first.startsWith("WEBVTT")) {
      return WEBVTT;
    }
    if (first.startsWith("Scenarist_SCC")) {
      return SCC;
    }
    if (first.startsWith("<") && TT.matcher(head).find()) {
      return TTML;
    }
    if (head.toLowerCase(Locale.ROOT).contains("<sami")) {
      return SAMI;
    }
    return text.lines()
        .map(SubtitleFormat::ofLine)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(SUBRIP);
  }

  private static Optional<SubtitleFormat> ofLine(String raw) {
    if (raw.length() > 2000) {
      return Optional.empty();
    }
    String line = raw.strip();
    if (ArrowCues.isTiming(line)) {
      return Optional.of(SUBRIP);
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.equals("[script info]")
        || lower.equals("[events]")
        || lower.startsWith("dialogue:")) {
      return Optional.of(ASS);
    }
    if (SBV_TIMES.matcher(line).matches()) {
      return Optional.of(SBV);
    }
    if (FRAMES.matcher(line).find()) {
      return Optional.of(MICRODVD);
    }
    if (TENTHS.matcher(line).find()) {
      return Optional.of(MPL2);
    }
    return STAMP.matcher(line).find() ? Optional.of(LRC) : Optional.empty();
  }
}
