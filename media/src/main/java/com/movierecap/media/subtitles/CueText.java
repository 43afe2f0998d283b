package com.movierecap.media.subtitles;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the markup out of a cue. */
public final class CueText {
  private static final Pattern ASS_TAG = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern ASS_TAG_IN_SRT = Pattern.compile("\\{\\\\[^{}]*\\}");
  private static final Pattern HTML_TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<\\d[\\d:.]*>|</?>");
  private static final Pattern DRAWING = Pattern.compile("\\\\p[1-9]");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,5});");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"", "apos", "'", "lrm", "",
          "rlm", "");

  private CueText() {}

  /** Of SubRip, WebVTT and plain text. */
  public static String plain(String text) {
    String bare = HTML_TAG.matcher(ASS_TAG_IN_SRT.matcher(text).replaceAll("")).replaceAll("");
    return lines(entities(bare));
  }

  /** Of ASS and SSA; drawings give an empty text. */
  public static String plainAss(String text) {
    // tag by tag: one pattern for a tag that draws would try every pair of places in a long one
    if (ASS_TAG.matcher(text).results().anyMatch(tag -> DRAWING.matcher(tag.group()).find())) {
      return "";
    }
    String bare = ASS_TAG.matcher(text).replaceAll("");
    return lines(bare.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " "));
  }

  private static String entities(String text) {
    Matcher m = ENTITY.matcher(text);
    return m.replaceAll(
        found -> {
          String name = found.group(1);
          return Matcher.quoteReplacement(
              name.startsWith("#")
                  ? character(name.substring(1), found.group())
                  : ENTITIES.getOrDefault(name, found.group()));
        });
  }

  private static String character(String number, String otherwise) {
    boolean hex = number.startsWith("x");
    try {
      int point = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
      return Character.isValidCodePoint(point) && !Character.isISOControl(point)
          ? Character.toString(point)
          : "";
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static String lines(String text) {
    return text.lines()
        .map(line -> line.replace('\u00A0', ' ').replaceAll("[\\p{Cc}\\s]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
