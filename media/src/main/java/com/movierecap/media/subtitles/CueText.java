package com.movierecap.media.subtitles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.translate.EntityArrays;

/** Takes the markup out of a cue. */
public final class CueText {
  private static final Pattern ASS_TAG = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern ASS_TAG_IN_SRT =
      Pattern.compile("\\{(?:\\\\|[YyFfSsCcPpHh]:)[^{}]*\\}");
  private static final Pattern ANY_TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<\\d[\\d:.]*>|</?>");

  /** What people write into SubRip; other words in brackets are words. */
  private static final Pattern KNOWN_TAG =
      Pattern.compile(
          "(?i)</?(?:b|i|u|s|em|strong|strike|del|font|span|p|div|c|v|lang|ruby|rt|rp|big|small|tt|sub"
              + "|sup|center|a|x)(?:[\\s./][^<>]*)?>|<\\d[\\d:.]*>|</?>");

  private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern DRAWING = Pattern.compile("\\\\p[1-9]");
  private static final Pattern ENTITY =
      Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});");
  private static final Map<String, String> ENTITIES = named();

  private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");

  private CueText() {}

  /** Of SubRip and plain text. */
  public static String plain(String text) {
    return without(KNOWN_TAG, text);
  }

  /** Of WebVTT and others whose brackets always are tags. */
  static String tagged(String text) {
    return without(ANY_TAG, text);
  }

  private static String without(Pattern tags, String text) {
    String broken = LINE_BREAK.matcher(text).replaceAll("\n");
    String bare = tags.matcher(ASS_TAG_IN_SRT.matcher(broken).replaceAll("")).replaceAll("");
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

  /** Only white space is put in order. */
  static String lines(String text) {
    return text.lines()
        .map(line -> line.replace('\u00A0', ' ').replaceAll("[\\p{Cc}\\s]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Characters that are written by their name or number, as HTML has them; others stay. */
  static String entities(String text) {
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

  /** By HTML's names; marks of direction are no letters, and Java finds the direction itself. */
  private static Map<String, String> named() {
    Map<String, String> names = new HashMap<>();
    for (Map<CharSequence, CharSequence> some :
        List.of(
            EntityArrays.BASIC_UNESCAPE,
            EntityArrays.ISO8859_1_UNESCAPE,
            EntityArrays.HTML40_EXTENDED_UNESCAPE)) {
      some.forEach(
          (name, letter) -> names.put(name.toString().replaceAll("[&;]", ""), letter.toString()));
    }
    names.putAll(Map.of("lrm", "", "rlm", "", "nbsp", " ", "apos", "'"));
    return Map.copyOf(names);
  }

  /** The same without those that XML has itself. */
  static String namedEntities(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              boolean ofXml = name.startsWith("#") || XML_ENTITIES.contains(name);
              return Matcher.quoteReplacement(
                  ofXml ? found.group() : ENTITIES.getOrDefault(name, found.group()));
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
}
