package com.movierecap.media.subtitles;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain formats in which each line, or each pair of lines, is a cue: SBV, MicroDVD, MPL2, LRC.
 */
final class LineCues {
  private static final Pattern SBV =
      Pattern.compile(
          "(\\d{1,3}):(\\d{1,2}):(\\d{1,2}\\.\\d{2,3}),(\\d{1,3}):(\\d{1,2}):(\\d{1,2}\\.\\d{2,3})");
  private static final Pattern MICRODVD = Pattern.compile("^\\{(\\d{1,9})\\}\\{(\\d{0,9})\\}(.*)$");
  private static final Pattern MPL2 = Pattern.compile("^\\[(\\d{1,9})\\]\\[(\\d{0,9})\\](.*)$");
  private static final Pattern LRC =
      Pattern.compile("^\\[(\\d{1,3}):(\\d{1,2}(?:[.:]\\d{1,3})?)\\]");
  private static final Pattern RATE = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,6})?");

  /** Where MicroDVD's first line tells no rate, times are counted at this one. */
  static final double USUAL_RATE = 25;

  private LineCues() {}

  /** A line of times, then lines of text up to an empty one. */
  static void sbv(List<String> lines, FoundCues found) {
    int i = 0;
    while (i < lines.size()) {
      Matcher m = SBV.matcher(lines.get(i++).strip());
      if (!m.matches()) {
        continue;
      }
      List<String> text = new ArrayList<>();
      while (i < lines.size() && !SBV.matcher(lines.get(i).strip()).matches()) {
        text.add(lines.get(i++));
      }
      String raw = FoundCues.limited(String.join("\n", text)).replaceAll("(?i)\\[br]", "\n");
      found.add(clock(m, 1), clock(m, 4), CueText.plain(raw));
    }
  }

  private static OptionalDouble clock(Matcher m, int group) {
    int minutes = Integer.parseInt(m.group(group + 1));
    double seconds = Double.parseDouble(m.group(group + 2));
    return minutes > 59 || seconds >= 60
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.round((Integer.parseInt(m.group(group)) * 3600 + minutes * 60 + seconds) * 1000)
                / 1000.0);
  }

  /**
   * Times are numbers of pictures.
   *
   * @return pictures a second by the file's own first line, null where it is silent and times are
   *     counted at {@link #USUAL_RATE}
   */
  static @Nullable Double microDvd(List<String> lines, FoundCues found) {
    @Nullable Double told = null;
    boolean first = true;
    for (String line : lines) {
      Matcher m = MICRODVD.matcher(line.strip());
      if (!m.matches()) {
        continue;
      }
      String text = m.group(3).strip();
      if (first && RATE.matcher(text).matches() && Integer.parseInt(m.group(1)) <= 1) {
        double rate = Double.parseDouble(text.replace(',', '.'));
        told = rate >= 1 && rate <= 240 ? Double.valueOf(rate) : null;
      } else {
        double rate = told == null ? USUAL_RATE : told;
        counted(m, rate, text, found);
      }
      first = false;
    }
    return told;
  }

  /** Times are tenths of a second. */
  static void mpl2(List<String> lines, FoundCues found) {
    for (String line : lines) {
      Matcher m = MPL2.matcher(line.strip());
      if (m.matches()) {
        counted(m, 10, m.group(3), found);
      }
    }
  }

  /** Lines are parted by a bar; one in italics begins with a slash. */
  private static void counted(Matcher m, double rate, String text, FoundCues found) {
    double start = Math.round(Integer.parseInt(m.group(1)) / rate * 1000) / 1000.0;
    double end =
        m.group(2).isEmpty()
            ? FoundCues.OPEN
            : Math.round(Integer.parseInt(m.group(2)) / rate * 1000) / 1000.0;
    String lines = FoundCues.limited(text).replace("|", "\n").replaceAll("(?m)^/", "");
    found.add(start, end, CueText.plain(lines));
  }

  /** Only starts are told; one line may be sung at several. */
  static void lrc(List<String> lines, FoundCues found) {
    for (String line : lines) {
      String rest = line.strip();
      List<Double> starts = new ArrayList<>();
      Matcher m = LRC.matcher(rest);
      while (m.find()) {
        double seconds = Double.parseDouble(m.group(2).replace(':', '.'));
        starts.add(Math.round((Integer.parseInt(m.group(1)) * 60 + seconds) * 1000) / 1000.0);
        rest = rest.substring(m.end());
        m = LRC.matcher(rest);
      }
      String text = CueText.plain(FoundCues.limited(rest));
      starts.forEach(start -> found.add(start, FoundCues.OPEN, text));
    }
  }
}
