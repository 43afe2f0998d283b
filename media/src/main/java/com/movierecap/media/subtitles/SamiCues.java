package com.movierecap.media.subtitles;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SAMI: HTML of the nineties, in which each time tells what is shown from then on. Of several
 * languages side by side the one with the most text is read.
 */
final class SamiCues {
  private static final Pattern SYNC =
      Pattern.compile("(?i)<sync\\s[^<>]{0,100}?start\\s*=\\s*[\"']?(-?\\d{1,10})[^<>]{0,100}>");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?i)<p\\b[^<>]{0,200}?class\\s*=\\s*[\"']?([\\w-]{1,40})[^<>]{0,200}>");

  private SamiCues() {}

  static void read(String text, FoundCues found) {
    String body = withoutComments(text);
    Map<String, FoundCues> byLanguage = new LinkedHashMap<>();
    Map<String, Double> started = new LinkedHashMap<>();
    Map<String, String> shown = new LinkedHashMap<>();
    Map<String, Integer> letters = new LinkedHashMap<>();
    Matcher sync = SYNC.matcher(body);
    boolean more = sync.find();
    while (more) {
      double at = Long.parseLong(sync.group(1)) / 1000.0;
      int from = sync.end();
      more = sync.find();
      String raw = FoundCues.limited(body.substring(from, more ? sync.start() : body.length()));
      Matcher p = PARAGRAPH.matcher(raw);
      String language = p.find() ? p.group(1).toLowerCase(Locale.ROOT) : "";
      if (letters.size() >= 20 && !letters.containsKey(language)) {
        continue;
      }
      String before = shown.getOrDefault(language, "");
      FoundCues own = byLanguage.computeIfAbsent(language, l -> new FoundCues());
      own.add(started.getOrDefault(language, 0.0), at, before);
      String said = CueText.tagged(raw);
      shown.put(language, said);
      started.put(language, at);
      letters.merge(language, said.length(), Integer::sum);
    }
    letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            most -> {
              String language = most.getKey();
              FoundCues own = byLanguage.getOrDefault(language, new FoundCues());
              own.add(
                  started.getOrDefault(language, 0.0),
                  FoundCues.OPEN,
                  shown.getOrDefault(language, ""));
              found.takeAll(own);
            });
  }

  private static String withoutComments(String text) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
      int end = text.indexOf("-->", at);
      if (end < 0) {
        break;
      }
      left.append(text, from, at);
      from = end + 3;
    }
    return left.append(text, from, text.length()).toString();
  }
}
