package com.movierecap.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people hand in for a film by mistake, told by its first bytes. */
public enum FileKind {
  ZIP("ZIP", "a ZIP archive", "PK\3\4", "PK\5\6"),
  RAR("RAR", "a RAR archive", "Rar!"),
  SEVEN_ZIP("7-Zip", "a 7-Zip archive", "7z\u00BC\u00AF"),
  GZIP("GZIP", "a GZIP archive", "\u001F\u008B"),
  PDF("PDF", "a PDF document", "%PDF"),
  PNG("PNG", "a PNG picture", "\u0089PNG"),
  JPEG("JPEG", "a JPEG picture", "\u00FF\u00D8\u00FF"),
  GIF("GIF", "a GIF picture", "GIF8"),
  MP3("MP3", "an MP3 sound", "ID3"),
  FLAC("FLAC", "a FLAC sound", "fLaC"),
  AMR("AMR", "an AMR sound", "#!AMR"),
  MIDI("MIDI", "MIDI music", "MThd"),
  REAL_MEDIA("RealMedia", "a RealMedia film", ".RMF"),
  WEBVTT("WebVTT", "WebVTT subtitles", "WEBVTT", "\u00EF\u00BB\u00BFWEBVTT"),
  ASS("ASS", "ASS subtitles", "[Script Info]", "\u00EF\u00BB\u00BF[Script Info]"),
  TORRENT("BitTorrent", "a torrent, not what it leads to", "d8:announce"),
  WINDOWS_PROGRAM("EXE", "a Windows program", "MZ"),
  LINUX_PROGRAM("ELF", "a Linux program", "\u007FELF"),
  HTML("HTML", "a web page", "<!DOCTYPE html", "<html"),
  /** The first cue of it. */
  SUBRIP("SubRip", "SubRip subtitles");

  private final String label;
  private final String sentence;
  private final String[] starts;

  FileKind(String label, String sentence, String... starts) {
    this.label = label;
    this.sentence = sentence;
    this.starts = starts;
  }

  /** The format's name, the same in every language. */
  public String label() {
    return label;
  }

  /**
   * @param head the first bytes of the file
   */
  public static Optional<FileKind> of(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 256), StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            kind ->
                kind == SUBRIP
                    ? text.matches(
                        "(?s)(\u00EF\u00BB\u00BF)?\\s*\\d+\\s*\\R\\s*\\d+:\\d\\d:\\d\\d[,.]\\d.*")
                    : Arrays.stream(kind.starts)
                        .anyMatch(
                            start ->
                                kind == HTML
                                    ? lower.strip().startsWith(start.toLowerCase(Locale.ROOT))
                                    : text.startsWith(start)))
        .findFirst();
  }

  /** In English, for a terminal: {@code a ZIP archive}. */
  static Optional<String> seen(byte[] head) {
    return of(head).map(kind -> kind.sentence);
  }
}
