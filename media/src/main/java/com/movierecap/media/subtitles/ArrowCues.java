package com.movierecap.media.subtitles;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SubRip and WebVTT agree on the arrow; headers, notes and styles lie outside of cues. They do not
 * agree on where a cue ends: in WebVTT at an empty line, in SubRip, where people leave lines empty
 * as they like, before the next cue's number.
 */
final class ArrowCues {
  private static final Pattern ARROW = Pattern.compile("-{1,3}\\s?-{0,2}>|[\u2013\u2014\u2192]>?");
  private static final Pattern TIME =
      Pattern.compile(
          "^\\s*(?:(\\d{1,4})\\s?:\\s?)?(\\d{1,3})\\s?:\\s?(\\d{1,3})(?:\\s?[.,:;]\\s?(\\d{1,9}))?"
              + "(?![\\d:.,]*[A-Za-z\\d])");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** A line with times is short; settings of WebVTT may follow. */
  private static final int LONGEST_LINE = 500;

  private static final int NO_NUMBER = -1;

  private ArrowCues() {}

  /** The times of a line; empty ones where they are broken. */
  private record Timing(OptionalDouble start, OptionalDouble end) {}

  static boolean isTiming(String line) {
    return timing(line) != null;
  }

  /** A broken time counts as one where the line begins like a time and has the whole arrow. */
  private static @Nullable Timing timing(String line) {
    if (line.length() > LONGEST_LINE || line.indexOf('>') < 0 && line.indexOf('\u2192') < 0) {
      return null;
    }
    Matcher arrow = ARROW.matcher(line);
    if (!arrow.find()) {
      return null;
    }
    String left = line.substring(0, arrow.start());
    if (left.isBlank() && arrow.find()) {
      // a minus stands before the time
      left = line.substring(0, arrow.start());
    }
    if (left.isBlank()) {
      return null;
    }
    OptionalDouble start = time(left, true);
    OptionalDouble end = time(line.substring(arrow.end()), false);
    if (start.isPresent() && end.isPresent()) {
      return new Timing(start, end);
    }
    String stripped = left.strip();
    char first = stripped.charAt(stripped.charAt(0) == '-' && stripped.length() > 1 ? 1 : 0);
    return line.contains("-->") && Character.isDigit(first) && stripped.indexOf(':') > 0
        ? new Timing(OptionalDouble.empty(), OptionalDouble.empty())
        : null;
  }

  static void read(List<String> lines, boolean webVtt, FoundCues found) {
    int number = NO_NUMBER;
    int i = 0;
    while (i < lines.size()) {
      Timing timing = timing(lines.get(i));
      if (timing == null) {
        Matcher own = NUMBER.matcher(lines.get(i).strip());
        number = own.matches() ? Integer.parseInt(own.group()) : number;
        i++;
        continue;
      }
      i++;
      List<String> text = new ArrayList<>();
      boolean ended = false;
      while (i < lines.size() && !ended && timing(lines.get(i)) == null) {
        ended = webVtt && lines.get(i).isEmpty();
        if (!ended) {
          text.add(lines.get(i++));
        }
      }
      if (!ended) {
        number = withoutNext(text, number, i == lines.size());
      }
      String raw = FoundCues.limited(String.join("\n", text));
      found.add(timing.start, timing.end, webVtt ? CueText.tagged(raw) : CueText.plain(raw));
    }
  }

  /**
   * Takes the number of the next cue off the end of a text: it stands right before the next cue's
   * time, or is the one that comes next. Gives that number.
   */
  private static int withoutNext(List<String> text, int number, boolean atEnd) {
    int last = text.size() - 1;
    while (last >= 0 && text.get(last).isBlank()) {
      last--;
    }
    if (last < 0 || !NUMBER.matcher(text.get(last).strip()).matches()) {
      return number;
    }
    int found = Integer.parseInt(text.get(last).strip());
    boolean adjacent = last == text.size() - 1;
    boolean apart = last == 0 || text.get(last - 1).isBlank();
    boolean next = number != NO_NUMBER && found > number && found <= number + 2;
    // at the end of a file that breaks off, a number alone is the next cue's
    if (atEnd ? apart && last > 0 && next : adjacent || next) {
      text.subList(last, text.size()).clear();
      return found;
    }
    return number;
  }

  /** What stands behind the point are decimals, however many there are. */
  private static OptionalDouble time(String text, boolean whole) {
    Matcher m = TIME.matcher(text);
    if (!m.find() || whole && !text.substring(m.end()).isBlank()) {
      return OptionalDouble.empty();
    }
    int hours = m.group(1) == null ? 0 : Integer.parseInt(m.group(1));
    int minutes = Integer.parseInt(m.group(2));
    int seconds = Integer.parseInt(m.group(3));
    if (minutes > 59 || seconds > 59) {
      return OptionalDouble.empty();
    }
    double fraction = m.group(4) == null ? 0 : Double.parseDouble("0." + m.group(4));
    long full = (hours * 60L + minutes) * 60 + seconds;
    return OptionalDouble.of((full * 1000 + Math.round(fraction * 1000)) / 1000.0);
  }
}
