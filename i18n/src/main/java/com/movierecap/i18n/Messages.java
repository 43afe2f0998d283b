package com.movierecap.i18n;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of one language. Placeholders are {@code {0}}, {@code {1}} and nothing else: an
 * apostrophe is an apostrophe, so that French and Italian read in the files as on the page. Numbers
 * are written as the language writes them, a {@link Duration} as the time when it is over, and
 * {@link Bytes} in decimal units.
 */
public final class Messages {
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final String[] SIZES = {
    "unit.bytes", "unit.kilobytes", "unit.megabytes", "unit.gigabytes", "unit.terabytes"
  };

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

  /** In decimal units, three figures at most: {@code 1.4 GB}. */
  public String size(Bytes bytes) {
    double value = bytes.count();
    int unit = 0;
    while (value >= 999.5 && unit < SIZES.length - 1) {
      value /= 1000;
      unit++;
    }
    return get(SIZES[unit], value < 10 ? Math.round(value * 10) / 10.0 : Math.round(value));
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
    if (argument instanceof Bytes size) {
      return size(size);
    }
    return argument instanceof Number number
        ? NumberFormat.getInstance(language.formats()).format(number)
        : String.valueOf(argument);
  }
}
