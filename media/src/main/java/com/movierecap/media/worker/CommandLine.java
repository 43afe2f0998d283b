package com.movierecap.media.worker;

import com.movierecap.media.Accuracy;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.TimeRange;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.Watermark;
import com.movierecap.media.Watermark.Corner;
import com.movierecap.media.subtitles.SubtitleInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code recap} command was told.
 *
 * @param subtitles given or found beside the film; null where there are none
 * @param subtitlesFound beside the film, not given
 * @param encoding that the subtitles are written in; null to find out
 * @param timing how the subtitles are moved
 * @param tracks of the film that are read
 * @param lengthSeconds at least {@link RecapRequest#SHORTEST_SECONDS}; null to let the film decide
 * @param locked ranges that must be in the recap
 * @param excluded ranges nothing may be taken from
 * @param analysis file that an analysis is kept in, and taken from when it is there; null for none
 * @param out folder for the results; may not exist yet
 */
record CommandLine(
    Path film,
    @Nullable Path subtitles,
    boolean subtitlesFound,
    @Nullable String encoding,
    Timing timing,
    TrackChoice tracks,
    @Nullable Double lengthSeconds,
    Style style,
    boolean spoilers,
    List<TimeRange> locked,
    List<TimeRange> excluded,
    Rendering rendering,
    Accuracy accuracy,
    @Nullable Path analysis,
    Path out) {
  static final String USAGE =
      """
      usage: recap FILM [options]

      Makes a short recap of a film.

        --subtitles FILE   SubRip, WebVTT, ASS, TTML, SCC, SBV, SAMI, MicroDVD, MPL2 or LRC; found by
                           itself beside the film
        --encoding NAME    that the subtitles are written in, such as windows-1255 (default: found out)
        --subtitle-offset SECONDS
                           added to the subtitles' times: -3 where they come three seconds late
        --subtitle-stretch FACTOR
                           their times are multiplied with first: 0.96 from 24 to 25 pictures a second
        --subtitle-track N subtitles inside the film, the first is 1
        --audio N          sound of the film, the first is 1 (default the usual one, no commentary)
        --length TIME      such as 90, 90s, 1m30s or 1:30 (default 90s, at most half the film)
        --style STYLE      story, trailer, dialogue or action (default story)
        --no-spoilers      keep the last quarter of the film out
        --keep RANGE       a range that must be in it, such as 1:10-1:14.5; may be repeated
        --without RANGE    a range nothing is taken from; may be repeated
        --aspect SHAPES    source, 16:9, 9:16, 1:1 or several, such as 16:9,9:16 (default source)
        --captions KIND    soft, burned or none (default soft)
        --loudness TARGET  streaming, social or broadcast: -16, -14 or -23 LUFS
        --watermark PNG    picture laid over a corner
        --corner WHERE     of the watermark: top-left, top-right, bottom-left or bottom-right (default)
        --opacity SHARE    of the watermark, above 0 and up to 1 (default 1)
        --lossless         copy the film's packets; most H.264 is cut exactly, else at keyframes
        --accurate         look at every picture; slower, finds a few more cuts
        --preview          look at key pictures only: fast, and rough
        --analysis FILE    keep the analysis there, and take it from there the next time
        --out DIR          folder for the results (default FILM-recap in this folder)
        --help             this text

      Exit code: 0 done, 1 our fault, 2 bad usage, 3 the film or its subtitles cannot be used.\
      """;

  private static final List<String> SUBTITLES =
      List.of(
          ".srt", ".vtt", ".ass", ".ssa", ".ttml", ".dfxp", ".scc", ".sbv", ".smi", ".sub", ".lrc");
  private static final Pattern LANGUAGE =
      Pattern.compile(".*\\.([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\\.[A-Za-z0-9]+");
  private static final Pattern UNITS =
      Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+(?:\\.\\d+)?)s?)?");
  private static final Pattern COLONS =
      Pattern.compile("(?:(\\d+):)?(\\d+):([0-5]?\\d(?:\\.\\d+)?)");

  /**
   * @throws UsageException with the one line to be told
   */
  static CommandLine parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    @Nullable Path film = null;
    @Nullable Path subtitles = null;
    @Nullable Integer subtitleTrack = null;
    @Nullable Integer audio = null;
    @Nullable String encoding = null;
    double offset = 0;
    double stretch = 1;
    @Nullable Double length = null;
    Style style = Style.STORY;
    List<TimeRange> locked = new ArrayList<>();
    List<TimeRange> excluded = new ArrayList<>();
    List<Aspect> aspects = List.of(Aspect.SOURCE);
    Captions captions = Captions.SOFT;
    LoudnessTarget loudness = LoudnessTarget.STREAMING;
    boolean lossless = false;
    @Nullable Path watermark = null;
    Corner corner = Corner.BOTTOM_RIGHT;
    double opacity = Watermark.OPAQUE;
    @Nullable Path analysis = null;
    boolean spoilers = true;
    Accuracy accuracy = Accuracy.NORMAL;
    @Nullable Path out = null;
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 0) {
        rest.push(argument.substring(equals + 1));
        argument = argument.substring(0, equals);
      }
      switch (argument) {
        case "--subtitles" -> subtitles = file(value(rest, argument), "subtitles");
        case "--subtitle-track" -> subtitleTrack = number(value(rest, argument), argument);
        case "--audio" -> audio = number(value(rest, argument), argument);
        case "--encoding" -> encoding = encoding(value(rest, argument));
        case "--subtitle-offset" -> offset = decimal(value(rest, argument), argument);
        case "--subtitle-stretch" -> stretch = decimal(value(rest, argument), argument);
        case "--length" -> length = seconds(value(rest, argument));
        case "--style" ->
            style = one(Style::of, "story, trailer, dialogue or action", argument, rest);
        case "--keep" -> locked.add(range(value(rest, argument), argument));
        case "--without" -> excluded.add(range(value(rest, argument), argument));
        case "--aspect" -> aspects = aspects(value(rest, argument));
        case "--captions" -> captions = one(Captions::of, "soft, burned or none", argument, rest);
        case "--loudness" ->
            loudness = one(LoudnessTarget::of, "streaming, social or broadcast", argument, rest);
        case "--watermark" -> watermark = file(value(rest, argument), "watermark");
        case "--corner" ->
            corner =
                one(Corner::of, "top-left, top-right, bottom-left or bottom-right", argument, rest);
        case "--opacity" -> opacity = opacity(value(rest, argument));
        case "--lossless" -> lossless = true;
        case "--analysis" -> analysis = path(value(rest, argument));
        case "--out" -> out = path(value(rest, argument));
        case "--no-spoilers" -> spoilers = false;
        case "--accurate" -> accuracy = Accuracy.ACCURATE;
        case "--preview" -> accuracy = Accuracy.PREVIEW;
        default -> {
          if (argument.startsWith("-") && argument.length() > 1) {
            throw new UsageException("unknown option " + argument);
          }
          if (film != null) {
            throw new UsageException("only one film, please: " + argument);
          }
          film = file(argument, "film");
        }
      }
    }
    if (film == null) {
      throw new UsageException("which film? Try: recap --help");
    }
    if (out == null) {
      out = Path.of(stem(film) + "-recap");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UsageException("not a folder: " + out);
    }
    if (subtitles != null && subtitleTrack != null) {
      throw new UsageException("--subtitles or --subtitle-track, not both");
    }
    Timing timing = new Timing(stretch, offset);
    if (!timing.isPlausible()) {
      throw new UsageException(
          "--subtitle-stretch is between 0.5 and 2, --subtitle-offset at most 100 hours");
    }
    @Nullable Path found = subtitles == null && subtitleTrack == null ? beside(film) : null;
    Rendering rendering =
        new Rendering(
            aspects.get(0),
            aspects.subList(1, aspects.size()),
            captions,
            loudness,
            lossless,
            watermark == null ? null : new Watermark(watermark.toString(), corner, opacity));
    return new CommandLine(
        film,
        subtitles == null ? found : subtitles,
        found != null,
        encoding,
        timing,
        TrackChoice.of(audio, subtitleTrack),
        length,
        style,
        spoilers,
        List.copyOf(locked),
        List.copyOf(excluded),
        rendering,
        accuracy,
        analysis,
        out);
  }

  /**
   * @param length asked for, or what the film's length suggests
   */
  RecapRequest request(double length) {
    return new RecapRequest(length, style, spoilers, locked, excluded, rendering);
  }

  /** The subtitles that are asked for; those of the film itself where none are given or found. */
  SubtitleInput words() {
    @Nullable Path file = subtitles;
    return new SubtitleInput(
        file == null ? null : file.toString(),
        encoding,
        file == null ? null : language(file),
        timing);
  }

  /** Of {@code film.he.srt}. */
  private static @Nullable String language(Path subtitles) {
    Matcher named = LANGUAGE.matcher(String.valueOf(subtitles.getFileName()));
    return named.matches() ? named.group(1) : null;
  }

  private static String encoding(String name) {
    try {
      SubtitleInput.charset(name);
      return name;
    } catch (UnusableInputException e) {
      throw new UsageException("no encoding is called " + name);
    }
  }

  private static double decimal(String text, String option) {
    if (!text.matches("[-+]?\\d{1,7}(\\.\\d{1,9})?")) {
      throw new UsageException(option + " is a number such as 1.5, not " + text);
    }
    return Double.parseDouble(text);
  }

  private static String value(Deque<String> rest, String option) {
    if (rest.isEmpty()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.pop();
  }

  private static Path file(String name, String what) {
    Path file = path(name);
    if (!Files.exists(file)) {
      throw new UsageException("no such " + what + ": " + name);
    }
    if (Files.isDirectory(file)) {
      throw new UsageException("the " + what + " is a folder: " + name);
    }
    return file;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (java.nio.file.InvalidPathException e) {
      throw new UsageException("no name of a file: " + name);
    }
  }

  private static List<Aspect> aspects(String labels) {
    String choices = "source, 16:9, 9:16, 1:1, or several with commas";
    List<Aspect> aspects = new ArrayList<>();
    for (String label : labels.split(",", -1)) {
      Aspect aspect =
          one(Aspect::of, choices, "--aspect", new ArrayDeque<>(List.of(label.strip())));
      if (!aspects.contains(aspect)) {
        aspects.add(aspect);
      }
    }
    return List.copyOf(aspects);
  }

  private static <T> T one(
      Function<String, T> of, String choices, String option, Deque<String> rest) {
    String label = value(rest, option);
    try {
      return of.apply(label);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + " is " + choices + ", not " + label);
    }
  }

  /** {@code 70-74.5}, {@code 1:10-1:14.5}, {@code 1m10s-1m14s}. */
  private static TimeRange range(String text, String option) {
    String[] ends = text.split("-", -1);
    if (ends.length == 2) {
      @Nullable Double from = time(ends[0]);
      @Nullable Double to = time(ends[1]);
      if (from != null && to != null && to > from) {
        return new TimeRange(from, to);
      }
    }
    throw new UsageException(option + " is a range such as 1:10-1:14.5, not " + text);
  }

  /** {@code 90}, {@code 90s}, {@code 1m30s}, {@code 1h}, {@code 1:30}, {@code 1:00:00}. */
  static double seconds(String text) {
    @Nullable Double seconds = time(text);
    if (seconds == null) {
      throw new UsageException("--length is a time of at least a second such as 90s, not " + text);
    }
    if (!(seconds >= RecapRequest.SHORTEST_SECONDS) || Double.isInfinite(seconds)) {
      throw new UsageException("--length must be at least one second");
    }
    return seconds;
  }

  private static int number(String text, String option) {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new UsageException(option + " is the number of a track, from 1, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static double opacity(String text) {
    if (!text.matches("0?\\.\\d{1,6}|1(\\.0{1,6})?") || Double.parseDouble(text) == 0) {
      throw new UsageException("--opacity is above 0 and at most 1, not " + text);
    }
    return Double.parseDouble(text);
  }

  /** Null where it is no time. */
  private static @Nullable Double time(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = UNITS.matcher(trimmed);
    if (trimmed.isEmpty() || !matcher.matches()) {
      matcher = COLONS.matcher(trimmed);
      if (!matcher.matches()) {
        return null;
      }
    }
    return 3600 * number(matcher.group(1))
        + 60 * number(matcher.group(2))
        + number(matcher.group(3));
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  /** {@code film.srt}, else one with a language such as {@code film.en.srt}, the first by name. */
  private static @Nullable Path beside(Path film) {
    String stem = stem(film) + ".";
    Path folder = film.toAbsolutePath().getParent();
    if (folder == null) {
      return null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.equals(film.toAbsolutePath()) && Files.isRegularFile(file))
          .filter(
              file -> {
                String name = String.valueOf(file.getFileName());
                return name.startsWith(stem)
                    && SUBTITLES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
              })
          .min(
              Comparator.comparingInt((Path file) -> file.toString().length())
                  .thenComparing(Comparator.naturalOrder()))
          .map(film::resolveSibling)
          .orElse(null);
    } catch (IOException e) {
      // a folder that cannot be listed holds nothing we could find
      return null;
    }
  }

  /** The film's name without its folder and ending. */
  private static String stem(Path film) {
    String name = String.valueOf(film.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
