package com.movierecap.media.worker;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code recap} command was told.
 *
 * @param subtitles given or found beside the film; null where there are none
 * @param subtitlesFound beside the film, not given
 * @param lengthSeconds above zero; null to let the film decide
 * @param out folder for the results; may not exist yet
 */
record CommandLine(
    Path film,
    @Nullable Path subtitles,
    boolean subtitlesFound,
    @Nullable Double lengthSeconds,
    Aspect aspect,
    Captions captions,
    boolean spoilers,
    Accuracy accuracy,
    Path out) {
  static final String USAGE =
      """
      usage: recap FILM [options]

      Makes a short recap of a film.

        --subtitles FILE   SubRip, WebVTT or ASS; found by itself beside the film
        --length TIME      such as 90, 90s, 1m30s or 1:30 (default 90s, at most half the film)
        --aspect SHAPE     16:9, 9:16 or 1:1 (default the film's)
        --captions KIND    soft, burned or none (default soft)
        --no-spoilers      keep the last quarter of the film out
        --accurate         look at every picture; slower, finds a few more cuts
        --preview          look at key pictures only: fast, and rough
        --out DIR          folder for the results (default FILM-recap in this folder)
        --help             this text

      Exit code: 0 done, 1 our fault, 2 bad usage, 3 the film or its subtitles cannot be used.\
      """;

  private static final List<String> SUBTITLES = List.of(".srt", ".vtt", ".ass");
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
    @Nullable Double length = null;
    Aspect aspect = Aspect.SOURCE;
    Captions captions = Captions.SOFT;
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
        case "--length" -> length = seconds(value(rest, argument));
        case "--aspect" -> aspect = aspect(value(rest, argument));
        case "--captions" -> captions = captions(value(rest, argument));
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
    @Nullable Path found = subtitles == null ? beside(film) : null;
    return new CommandLine(
        film,
        subtitles == null ? found : subtitles,
        found != null,
        length,
        aspect,
        captions,
        spoilers,
        accuracy,
        out);
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

  private static Aspect aspect(String label) {
    try {
      return Aspect.of(label);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--aspect is 16:9, 9:16 or 1:1, not " + label);
    }
  }

  private static Captions captions(String label) {
    try {
      return Captions.of(label);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--captions is soft, burned or none, not " + label);
    }
  }

  /** {@code 90}, {@code 90s}, {@code 1m30s}, {@code 1h}, {@code 1:30}, {@code 1:00:00}. */
  static double seconds(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = UNITS.matcher(trimmed);
    if (trimmed.isEmpty() || !matcher.matches()) {
      matcher = COLONS.matcher(trimmed);
      if (!matcher.matches()) {
        throw new UsageException("--length is a time above zero such as 90s, not " + text);
      }
    }
    double seconds =
        3600 * number(matcher.group(1)) + 60 * number(matcher.group(2)) + number(matcher.group(3));
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new UsageException("--length must be above zero");
    }
    return seconds;
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static @Nullable Path beside(Path film) {
    for (String ending : SUBTITLES) {
      Path candidate = film.resolveSibling(stem(film) + ending);
      if (Files.isRegularFile(candidate) && !candidate.equals(film)) {
        return candidate;
      }
    }
    return null;
  }

  /** The film's name without its folder and ending. */
  private static String stem(Path film) {
    String name = String.valueOf(film.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
