package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads SubRip, WebVTT, ASS and SSA from the bytes alone. A cue with a broken time is left out; the
 * others stay.
 */
public final class SubtitleParser {
  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,3}):(\\d{1,3})(?:[.,](\\d+))?");
  private static final Pattern ASS_TIME =
      Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2})[.:](\\d{1,3})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** What is said in a film takes some 100 KB; with effects drawn in ASS it takes some MB. */
  public static final int LARGEST_BYTES = 32 << 20;

  /** There are ten or eleven; a line with more is no list of columns. */
  private static final int MOST_COLUMNS = 32;

  private static final List<String> STANDARD_COLUMNS =
      List.of(
          "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect",
          "text");

  private SubtitleParser() {}

  /** The same of a file, of which no more is read than a file of subtitles has. */
  public static List<Cue> parse(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(LARGEST_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return the cues in order, none overlapping, at least one
   * @throws UnusableInputException where nothing in the file is a cue, or it is larger than {@value
   *     #LARGEST_BYTES} bytes
   */
  public static List<Cue> parse(byte[] file) {
    if (file.length == 0) {
      throw new UnusableInputException(Reason.SUBTITLES_UNREADABLE, "the file is empty");
    }
    if (file.length > LARGEST_BYTES) {
      throw new UnusableInputException(Reason.SUBTITLES_UNREADABLE, "the file is too large");
    }
    String text = SubtitleEncoding.decode(file).replace("\r\n", "\n").replace('\r', '\n');
    List<String> lines = text.lines().toList();
    List<Cue> cues = Cues.tidy(isAss(lines) ? ass(lines) : arrows(lines));
    if (cues.isEmpty()) {
      throw new UnusableInputException(Reason.SUBTITLES_UNREADABLE, "no cue found");
    }
    return cues;
  }

  private static boolean isAss(List<String> lines) {
    return lines.stream()
        .map(line -> line.strip().toLowerCase(Locale.ROOT))
        .anyMatch(
            line ->
                line.equals("[script info]")
                    || line.equals("[events]")
                    || line.startsWith("dialogue:"));
  }

  /** SubRip and WebVTT agree on the arrow; headers, notes and styles lie outside of cues. */
  private static List<Cue> arrows(List<String> lines) {
    List<Cue> cues = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int arrow = lines.get(i).indexOf("-->");
      if (arrow < 0) {
        i++;
        continue;
      }
      String timing = lines.get(i++);
      List<String> text = new ArrayList<>();
      while (i < lines.size() && !lines.get(i).isBlank() && !lines.get(i).contains("-->")) {
        text.add(lines.get(i++));
      }
      boolean runsOn = i < lines.size() && lines.get(i).contains("-->");
      if (runsOn
          && !text.isEmpty()
          && NUMBER.matcher(text.get(text.size() - 1).strip()).matches()) {
        // no blank line before the next cue: the last line is its number
        text.remove(text.size() - 1);
      }
      OptionalDouble start = time(timing.substring(0, arrow).strip());
      OptionalDouble end = time(firstWord(timing.substring(arrow + 3)));
      if (start.isPresent() && end.isPresent()) {
        cues.add(
            new Cue(
                start.getAsDouble(), end.getAsDouble(), CueText.plain(String.join("\n", text))));
      }
    }
    return cues;
  }

  private static String firstWord(String text) {
    String stripped = text.strip();
    int space = 0;
    while (space < stripped.length() && !Character.isWhitespace(stripped.charAt(space))) {
      space++;
    }
    return stripped.substring(0, space);
  }

  /** A fraction has three digits in both formats; any other number of them is a broken time. */
  private static OptionalDouble time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches() || (m.group(4) != null && m.group(4).length() != 3)) {
      return OptionalDouble.empty();
    }
    int hours = m.group(1) == null ? 0 : Integer.parseInt(m.group(1));
    int minutes = Integer.parseInt(m.group(2));
    int seconds = Integer.parseInt(m.group(3));
    int millis = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    if (minutes > 59 || seconds > 59) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((((hours * 60L + minutes) * 60 + seconds) * 1000 + millis) / 1000.0);
  }

  private static List<Cue> ass(List<String> lines) {
    List<Cue> cues = new ArrayList<>();
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
                .collect(Collectors.toList());
      } else if (events && line.regionMatches(true, 0, "Dialogue:", 0, 9)) {
        dialogue(line.substring(9), columns, cues);
      }
    }
    return cues;
  }

  private static void dialogue(String line, List<String> columns, List<Cue> cues) {
    int start = columns.indexOf("start");
    int end = columns.indexOf("end");
    int text = columns.indexOf("text");
    // only the last column may hold commas, and it is the text
    String[] fields = line.split(",", columns.size());
    if (start < 0 || end < 0 || text != columns.size() - 1 || fields.length != columns.size()) {
      return;
    }
    OptionalDouble from = assTime(fields[start].strip());
    OptionalDouble to = assTime(fields[end].strip());
    if (from.isPresent() && to.isPresent()) {
      cues.add(new Cue(from.getAsDouble(), to.getAsDouble(), CueText.plainAss(fields[text])));
    }
  }

  private static OptionalDouble assTime(String text) {
    Matcher m = ASS_TIME.matcher(text);
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
