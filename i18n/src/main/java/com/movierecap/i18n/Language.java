package com.movierecap.i18n;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages we speak, in the order of the switch. The first one is the fallback. */
public enum Language {
  EN("English"),
  ES("Español"),
  FR("Français"),
  DE("Deutsch"),
  PT("Português"),
  IT("Italiano"),
  JA("日本語"),
  KO("한국어"),
  ZH("中文"),
  HI("हिन्दी"),
  AR("العربية"),
  RU("Русский");

  private final Locale locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** BCP 47 tag, for {@code lang} attributes and cookies. */
  public String tag() {
    return locale.getLanguage();
  }

  /**
   * Whose dates and numbers go with the words, which are British in English. Digits are always 0-9,
   * in Arabic too, as most Arabic web sites and all time codes have them.
   */
  public Locale formats() {
    return Locale.forLanguageTag((this == EN ? "en-GB" : tag()) + "-u-nu-latn");
  }

  /** The language's name in itself: it is never translated. */
  public String ownName() {
    return ownName;
  }

  /** {@code rtl} or {@code ltr}, for {@code dir} attributes. */
  public String direction() {
    return this == AR ? "rtl" : "ltr";
  }

  /**
   * Which form of a word goes with a whole number, counted from 0 in the order that GNU gettext and
   * its translators know; languages without forms have the one.
   */
  int form(long count) {
    return switch (this) {
      case JA, KO, ZH -> 0;
      case EN, ES, DE, IT -> count == 1 ? 0 : 1;
      case FR, PT, HI -> count <= 1 ? 0 : 1;
      case RU -> {
        long tens = count % 100 / 10;
        long ones = count % 10;
        yield tens == 1 || ones == 0 || ones >= 5 ? 2 : ones == 1 ? 0 : 1;
      }
      case AR -> {
        long last = count % 100;
        yield count <= 2 ? (int) count : last >= 3 && last <= 10 ? 3 : last >= 11 ? 4 : 5;
      }
    };
  }

  /** The language of a tag such as {@code pt} or {@code pt-BR}. */
  public static Optional<Language> of(String tag) {
    var wanted = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values()).filter(l -> l.tag().equals(wanted)).findFirst();
  }

  /** The first of the wished-for locales that we speak, else English. */
  public static Language best(Enumeration<Locale> wishes) {
    while (wishes.hasMoreElements()) {
      var found = of(wishes.nextElement().toLanguageTag());
      if (found.isPresent()) {
        return found.get();
      }
    }
    return EN;
  }

  public static List<Language> all() {
    return List.of(values());
  }
}
