package com.movierecap.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a film's first picture stands on the tape it comes from, counted as SMPTE ST 12-1 counts:
 * in pictures of a nominal rate, 30 for 29.97. Drop frame leaves out two numbers (four at 60) at
 * the beginning of each minute that is no tenth one, so that an hour of numbers lasts an hour.
 *
 * @param text as the film has it, {@code 10:00:00:00}, or {@code 09:59:55;00} for drop frame
 * @param reel name of the tape, where the film tells one
 * @param perSecond how many pictures a second it numbers, such as 25 in a film of 50, of which two
 *     share a number; null where the film does not tell: then all have their own
 */
public record Timecode(String text, @Nullable String reel, @Nullable Integer perSecond) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{2}):([0-5]\\d):([0-5]\\d)([:;.])(\\d{2,3})");

  /**
   * @return empty where the text is none
   */
  public static Optional<Timecode> of(
      @Nullable String text, @Nullable String reel, @Nullable Integer perSecond) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new Timecode(text, reel, perSecond))
        : Optional.empty();
  }

  /** Whether it is counted by drop frame, which only the rates of 29.97 and 59.94 know. */
  public boolean drop(FrameRate rate) {
    return rate.denominator() != 1
        && rate.nominal() % 30 == 0
        && (text.charAt(8) == ';' || text.charAt(8) == '.');
  }

  /**
   * Number of the film's first picture, counted from 00:00:00:00.
   *
   * @param rate that the film is counted in
   */
  public long firstFrame(FrameRate rate) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("no timecode: " + text);
    }
    long minutes = 60L * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
    long seconds = 60 * minutes + Integer.parseInt(parts.group(3));
    int numbered = perSecond == null || perSecond <= 0 ? rate.nominal() : perSecond;
    long number = seconds * numbered + Integer.parseInt(parts.group(5));
    if (drop(rate)) {
      number -= dropped(numbered) * (minutes - minutes / 10);
    }
    return Math.round(number * (double) rate.nominal() / numbered);
  }

  /** A picture's number as editing suites write it. */
  public static String text(long frame, FrameRate rate, boolean drop) {
    int nominal = rate.nominal();
    long counted = drop ? withDropped(frame, rate) : frame;
    long seconds = counted / nominal;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%s%02d",
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        drop ? ";" : ":",
        counted % nominal);
  }

  /** Number of the picture at {@code 01:00:00:00}, where the record side of a list begins. */
  public static long hour(FrameRate rate, boolean drop) {
    long counted = 3600L * rate.nominal();
    return drop ? counted - 54L * dropped(rate.nominal()) : counted;
  }

  /** The numbers that were left out before a picture, added to its own. */
  private static long withDropped(long frame, FrameRate rate) {
    int dropped = dropped(rate.nominal());
    long minute = 60L * rate.nominal() - dropped;
    long tenMinutes = 10 * minute + dropped;
    long left = frame % tenMinutes;
    // the first minute of ten has all its numbers
    long minutes = left < minute + dropped ? 0 : (left - dropped) / minute;
    return frame + dropped * (9 * (frame / tenMinutes) + minutes);
  }

  /** Numbers left out at the beginning of a minute. */
  private static int dropped(int perSecond) {
    return perSecond / 15;
  }
}
