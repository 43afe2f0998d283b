package com.movierecap.i18n;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of one language. Placeholders are {@code {0}}, {@code {1}} and nothing else: an
 * apostrophe is an apostrophe, so that French and Italian read in the files as on the page. Numbers
 * are written as the language writes them, and a {@link Duration} as the time when it is over.
 */
public final class Messages {
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle bundle;

  private Messages(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "i18n.messages", language.locale(), Messages.class.getClassLoader(), NO_DEFAULT_LOCALE);
  }

  public static Messages in(Language language) {
    return new Messages(language);
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The text; a missing key shows as {@code ???key???}, never as an error on a customer's page. */
  public String get(String key, Object... arguments) {
    String text;
    try {
      text = bundle.getString(key);
    } catch (MissingResourceException e) {
      return "???" + key + "???";
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", shown(arguments[i]));
    }
    return text;
  }

  /**
   * When a wait is over: {@code in 5 minutes}. Never too early, and to the second when it is near.
   */
  private String later(long seconds) {
    return seconds < 60
        ? counted("wait.seconds", seconds)
        : counted("wait.minutes", (seconds + 59) / 60);
  }

  private String counted(String key, long count) {
    var forms = get(key).split("\\|", -1);
    return forms[Math.min(language.form(count), forms.length - 1)].replace("{0}", shown(count));
  }

  private String shown(Object argument) {
    if (argument instanceof Duration wait) {
      return later(wait.plusMillis(999).toSeconds());
    }
    return argument instanceof Number number
        ? NumberFormat.getInstance(digits()).format(number)
        : String.valueOf(argument);
  }

  /** Arabic pages keep the digits 0-9, as most Arabic web sites and all time codes do. */
  private Locale digits() {
    return language == Language.AR ? Locale.forLanguageTag("ar-u-nu-latn") : language.locale();
  }
}
