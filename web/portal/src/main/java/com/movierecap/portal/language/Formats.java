package com.movierecap.portal.language;

import com.movierecap.i18n.Bytes;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates, numbers, sizes and times as one language writes them. Digits are always 0-9, as in {@link
 * Messages}; times of a film are written like a time code, which is the same everywhere.
 */
public final class Formats {
  /** ISO 639-2 has two names for some; the second ones are those of libraries. */
  private static final Map<String, String> SHORT =
      Stream.concat(
              Arrays.stream(Locale.getISOLanguages())
                  .map(two -> Map.entry(new Locale(two).getISO3Language(), two)),
              Stream.of(
                      "alb=sq arm=hy baq=eu bur=my chi=zh cze=cs dut=nl fre=fr geo=ka ger=de gre=el"
                          .split(" "),
                      "ice=is mac=mk mao=mi may=ms per=fa rum=ro slo=sk tib=bo wel=cy".split(" "))
                  .flatMap(Arrays::stream)
                  .map(pair -> Map.entry(pair.substring(0, 3), pair.substring(4))))
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

  private final Locale locale;
  private final Messages messages;

  public Formats(Language language) {
    this.locale = language.formats();
    this.messages = Messages.in(language);
  }

  /** How long a film is: {@code 1:42:07}, hours even where there are none. */
  public String duration(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** A place in a film, to a tenth of a second: {@code 2:07.4}, {@code 1:02:07.4}. */
  public String time(double seconds) {
    long tenths = Math.round(seconds * 10);
    long whole = tenths / 10;
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d.%d", whole / 60, whole % 60, tenths % 10)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d.%d", whole / 3600, whole / 60 % 60, whole % 60, tenths % 10);
  }

  /** How long a part or a recap is: {@code 12.4 s}, from a minute on {@code 0:01:30}. */
  public String seconds(double seconds) {
    return seconds >= 59.95
        ? duration(seconds)
        : messages.get("unit.seconds", Math.round(seconds * 10) / 10.0);
  }

  /** Bytes in decimal units, three figures at most: {@code 1.4 GB}. */
  public String size(long bytes) {
    return messages.size(new Bytes(bytes));
  }

  public String number(double value) {
    return NumberFormat.getInstance(locale).format(value);
  }

  /** With one figure behind the point, such as a loudness. */
  public String tenth(double value) {
    return fixed(value, 1);
  }

  /** With two figures behind the point, such as a score. */
  public String hundredth(double value) {
    return fixed(value, 2);
  }

  private String fixed(double value, int figures) {
    var format = NumberFormat.getInstance(locale);
    format.setMinimumFractionDigits(figures);
    format.setMaximumFractionDigits(figures);
    return format.format(value);
  }

  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** Day and time in UTC; the page's script turns it into the reader's own zone. */
  public String date(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(instant.atZone(ZoneOffset.UTC));
  }

  /** As {@code datetime} of HTML has it, which knows no finer fractions than milliseconds. */
  public String machine(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * A language's name in this one: {@code German}, {@code Deutsch}.
   *
   * @param tag as BCP 47 has it, or three letters as films have it: {@code deu}, {@code ger}
   */
  public String languageName(String tag) {
    return Locale.forLanguageTag(SHORT.getOrDefault(tag.toLowerCase(Locale.ROOT), tag))
        .getDisplayName(locale);
  }
}
