package com.movierecap.media.subtitles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of people and places that a film speaks of again and again. In scripts with capitals it
 * is a capitalised word within a sentence; in German, which capitalises every noun, one that never
 * stands behind an article or a possessive. In scripts without, what stands beside a form of
 * address: a person who is never addressed so is not found, nor is any place.
 */
final class Names {
  /** Said less often, it is no matter of the whole film, or no name. */
  private static final int LEAST_MENTIONS = 3;

  private static final Pattern CAPITALISED = Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{2,}");

  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?iu)\\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein\\p{Ll}{0,2}"
              + "|mein\\p{Ll}{0,2}|dein\\p{Ll}{0,2}|sein\\p{Ll}{0,2}|ihr\\p{Ll}{0,2}"
              + "|unser\\p{Ll}{0,2}|euer|eur\\p{Ll}{1,2}|dies\\p{Ll}{1,2}|jed\\p{Ll}{1,2}"
              + "|im|am|zum|zur|ins|vom|beim) (\\p{L}+)");

  private static final Pattern JAPANESE =
      Pattern.compile("((?:\\p{IsHan}|[ァ-ヺー]){1,6}?)(?:さん|さま|様|先生|くん|君|ちゃん|殿)");
  private static final Pattern CHINESE = Pattern.compile("(\\p{IsHan})(?:先生|小姐|女士|太太|老师|医生)");
  private static final Pattern KOREAN = Pattern.compile("(\\p{IsHangul}{2,4}?) ?(?:씨|님|선생)");
  private static final Pattern HINDI =
      Pattern.compile(
          "(?:श्री |श्रीमती )?([\\p{IsDevanagari}]{2,}) (?:जी|साहब)(?![\\p{IsDevanagari}])");
  private static final Pattern ARABIC =
      Pattern.compile(
          "(?<!\\p{IsArabic})(?:السيد|السيدة|الآنسة|الدكتور|الدكتورة|سيد|سيدة|يا) (\\p{IsArabic}{2,})");

  private final List<Set<String>> bySentence = new ArrayList<>();

  Names(List<String> sentences, FilmLanguage language) {
    Map<String, Integer> mentions = new HashMap<>();
    Set<String> things = language.capitalisesNouns() ? determined(sentences) : Set.of();
    Pattern pattern = pattern(language);
    for (String sentence : sentences) {
      Set<String> found = new HashSet<>();
      Matcher m = pattern.matcher(sentence);
      while (m.find()) {
        String name = m.groupCount() == 0 ? m.group() : m.group(1);
        if (!things.contains(name)) {
          found.add(name);
          mentions.merge(name, 1, Integer::sum);
        }
      }
      bySentence.add(found);
    }
    for (Set<String> found : bySentence) {
      found.removeIf(name -> mentions.getOrDefault(name, 0) < LEAST_MENTIONS);
    }
  }

  private static Pattern pattern(FilmLanguage language) {
    return switch (language) {
      case JAPANESE -> JAPANESE;
      case CHINESE -> CHINESE;
      case KOREAN -> KOREAN;
      case HINDI -> HINDI;
      case ARABIC -> ARABIC;
      case ENGLISH, GERMAN, SPANISH, FRENCH, ITALIAN, PORTUGUESE, RUSSIAN -> CAPITALISED;
    };
  }

  private static Set<String> determined(List<String> sentences) {
    Set<String> things = new HashSet<>();
    for (String sentence : sentences) {
      DETERMINED.matcher(sentence).results().forEach(found -> things.add(found.group(1)));
    }
    return things;
  }

  /** Those in one of the sentences, by its place in the list. */
  Set<String> in(int sentence) {
    return bySentence.get(sentence);
  }
}
