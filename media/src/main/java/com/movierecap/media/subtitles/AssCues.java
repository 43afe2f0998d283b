package com.movierecap.media.subtitles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ASS and SSA: lines of columns, whose order a line of their own tells. */
final class AssCues {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2})[.:](\\d{1,3})");

  /** There are ten or eleven; a line with more is no list of columns. */
  private static final int MOST_COLUMNS = 32;

  private static final List<String> STANDARD_COLUMNS =
      List.of(
          "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect",
          "text");

  private AssCues() {}

  static void read(List<String> lines, FoundCues found) {
    List<String> columns = STANDARD_COLUMNS;
    boolean events = true;
    for (String raw : lines) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        events = line.equalsIgnoreCase("[events]");
      } else if (events && line.regionMatches(true, 0, "Format:", 0, 7)) {
        columns =
            Arrays.stream(line.substring(7).split(",", MOST_COLUMNS))
                .map(c -> c.strip().toLowerCase(Locale.ROOT))
                .toList();
      } else if (events && line.regionMatches(true, 0, "Dialogue:", 0, 9)) {
        dialogue(line.substring(9), columns, found);
      }
    }
  }

  private static void dialogue(String line, List<String> columns, FoundCues found) {
    int start = columns.indexOf("start");
    int end = columns.indexOf("end");
    int text = columns.indexOf("text");
    // only the last column may hold commas, and it is the text
    String[] fields = line.split(",", columns.size());
    if (start < 0 || end < 0 || text != columns.size() - 1 || fields.length != columns.size()) {
      found.drop();
      return;
    }
    found.add(
        time(fields[start].strip()),
        time(fields[end].strip()),
        CueText.plainAss(FoundCues.limited(fields[text])));
  }

  private static OptionalDouble time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      return OptionalDouble.empty();
    }
    double seconds =
        Integer.parseInt(m.group(1)) * 3600
            + Integer.parseInt(m.group(2)) * 60
            + Integer.parseInt(m.group(3))
            + Double.parseDouble("0." + m.group(4));
    return OptionalDouble.of(Math.round(seconds * 1000) / 1000.0);
  }
}
