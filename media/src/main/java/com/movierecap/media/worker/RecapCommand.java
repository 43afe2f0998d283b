package com.movierecap.media.worker;

import com.movierecap.json.Json;
import com.movierecap.media.CutLimit;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.OutputFile;
import com.movierecap.media.RecapResult;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.analysis.FilmWords;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.subtitles.Subtitles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code recap FILM}: the engine on a terminal, without a server. */
public final class RecapCommand {
  /** What a film without sound is measured as. */
  private static final double SILENT_LUFS = -70;

  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int BAD_USAGE = 2;
  private static final int UNUSABLE_INPUT = 3;

  /** Below, it is but the rounding of picks to whole pictures. */
  private static final double WORTH_TELLING_SECONDS = 0.5;

  private static final double USUAL_LENGTH = 90;

  private RecapCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Returns the exit code; what went wrong has been told in one line. */
  static int run(String... arguments) {
    List<String> given = List.of(arguments);
    if (given.contains("--help") || given.contains("-h")) {
      System.out.println(CommandLine.USAGE);
      return DONE;
    }
    try {
      recap(CommandLine.parse(arguments));
      return DONE;
    } catch (UsageException e) {
      return fail(BAD_USAGE, e, e.getMessage());
    } catch (UnusableInputException e) {
      return fail(isUsage(e.reason()) ? BAD_USAGE : UNUSABLE_INPUT, e, e.getMessage());
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      return fail(OUR_FAULT, e, "our fault: " + Fault.sentence(e));
    }
  }

  private static boolean isUsage(Reason reason) {
    return switch (reason) {
      case LENGTH_NOT_POSITIVE,
          LENGTH_TOO_LONG,
          LOCKED_TOO_LONG,
          EXCLUDED_TOO_MUCH,
          WATERMARK_UNREADABLE,
          LOSSLESS_UNCHANGEABLE,
          NO_SUCH_TRACK ->
          true;
      default -> false;
    };
  }

  private static int fail(int code, Throwable e, @Nullable String line) {
    System.err.println("recap: " + String.valueOf(line).replaceAll("\\s*\\R\\s*", " "));
    if ("1".equals(System.getenv("RECAP_DEBUG"))) {
      e.printStackTrace();
    }
    return code;
  }

  private static void recap(CommandLine line) throws IOException {
    if (line.subtitlesFound()) {
      System.err.println("recap: subtitles found beside the film: " + line.subtitles());
    }
    @Nullable ProgressBar bar = System.console() == null ? null : new ProgressBar(System.err);
    StageClock clock = new StageClock(bar == null ? (stage, done) -> {} : bar);
    Path work = workFolder(line.out());
    Thread tidy = new Thread(() -> delete(work), "tidy");
    Runtime.getRuntime().addShutdownHook(tidy);
    try {
      MovieAnalysis analysis = analysis(new Engine(clock), line);
      RecapResult recap = recap(line, analysis, clock, work);
      publish(recap, work, line.out());
      if (bar != null) {
        bar.end();
      }
      warn(analysis);
      tell(line.out(), recap);
    } catch (RuntimeException | Error e) {
      if (bar != null) {
        bar.end();
      }
      throw e;
    } finally {
      delete(work);
      Runtime.getRuntime().removeShutdownHook(tidy);
    }
  }

  private static RecapResult recap(
      CommandLine line, MovieAnalysis analysis, StageClock clock, Path work) {
    @Nullable Double asked = line.lengthSeconds();
    double length =
        asked == null ? Math.min(USUAL_LENGTH, analysis.movie().durationSeconds() / 2) : asked;
    String name = String.valueOf(line.film().getFileName());
    return new Engine(clock).render(line.film(), name, analysis, line.request(length), null, work);
  }

  /** What merely lies beside the film, such as pictures of subtitles, does not stop it. */
  private static SubtitleInput words(CommandLine line) {
    SubtitleInput words = line.words();
    if (line.subtitlesFound()) {
      try {
        words.read();
      } catch (UnusableInputException e) {
        System.err.println("recap: left aside: " + e.getMessage());
        return new SubtitleInput(null, null, null, words.timing());
      }
    }
    return words;
  }

  private static MovieAnalysis analysis(Engine engine, CommandLine line) {
    SubtitleInput words = words(line);
    @Nullable Path kept = line.analysis();
    if (kept != null && Files.exists(kept)) {
      MovieAnalysis analysis = read(kept);
      if (readsOthers(analysis, line.tracks())) {
        System.err.println("recap: an analysis with other subtitles is made anew: " + kept);
      } else if (analysis.version() == MovieAnalysis.VERSION) {
        MovieAnalysis asked = worded(analysis, words);
        if (asked != analysis) {
          Json.write(kept, asked);
        }
        @Nullable Integer sound = line.tracks().sound();
        return sound == null ? asked : asked.hearing(sound);
      } else {
        System.err.println("recap: an analysis of an older kind is made anew: " + kept);
      }
    }
    MovieAnalysis analysis =
        engine.analyse(
            line.film(), words, line.tracks(), line.accuracy(), picture -> {}, tracks -> {});
    if (kept != null) {
      Json.write(kept, analysis);
    }
    return analysis;
  }

  /** Whether it was made with other subtitles of the film's than are asked for. */
  private static boolean readsOthers(MovieAnalysis kept, TrackChoice asked) {
    @Nullable SubtitleReport report = kept.subtitles();
    boolean fromFile = report != null && report.source() == Source.FILE;
    return asked.subtitles() != null
        && (fromFile
            || !Objects.equals(asked.subtitles(), TrackChoice.of(kept.movie()).subtitles()));
  }

  /** With the words that are asked for now, where they are others than those that were kept. */
  private static MovieAnalysis worded(MovieAnalysis kept, SubtitleInput words) {
    @Nullable SubtitleReport report = kept.subtitles();
    Timing timing = words.moved();
    @Nullable Subtitles given = words.read();
    if (given == null) {
      boolean same = report == null || report.timing().equals(timing);
      return same ? kept : FilmWords.retimed(kept, timing);
    }
    @Nullable Charset encoding = SubtitleInput.charset(words.encoding());
    boolean same =
        report != null
            && report.timing().equals(timing)
            && report.source() == Source.FILE
            && (encoding == null || encoding.name().equals(report.encoding()));
    return same ? kept : FilmWords.ofFile(kept, given, timing);
  }

  private static MovieAnalysis read(Path kept) {
    try {
      return Json.read(kept, MovieAnalysis.class);
    } catch (UncheckedIOException e) {
      throw new UsageException("no analysis of a film: " + kept);
    }
  }

  /** Beside the results, so that moving them there is a rename and nothing is left half-written. */
  private static Path workFolder(Path out) {
    try {
      Path parent = out.toAbsolutePath().normalize().getParent();
      if (parent == null) {
        throw new UsageException("cannot write to " + out);
      }
      Files.createDirectories(parent);
      return Files.createTempDirectory(parent, ".recap-");
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("not a folder: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot write to " + out + ": " + e.getMessage());
    }
  }

  private static void publish(RecapResult recap, Path work, Path out) throws IOException {
    Files.createDirectories(out);
    for (OutputFile file : recap.outputs()) {
      Files.move(
          work.resolve(file.name()), out.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      System.err.println("recap: left behind: " + folder);
    }
  }

  private static void warn(MovieAnalysis analysis) {
    analysis
        .movie()
        .warnings()
        .forEach(warning -> System.err.println("recap: warning: " + warning));
    @Nullable SubtitleReport subtitles = analysis.subtitles();
    @Nullable Timing better = subtitles == null ? null : subtitles.better();
    if (better != null) {
      System.err.printf(
          Locale.ROOT,
          "recap: to mend it: --subtitle-offset %.1f%s%n",
          better.offsetSeconds(),
          better.stretch() == 1
              ? ""
              : String.format(Locale.ROOT, " --subtitle-stretch %.5f", better.stretch()));
    }
  }

  private static void tell(Path out, RecapResult recap) {
    String timings =
        recap.timingsSeconds().entrySet().stream()
            .map(t -> String.format(Locale.ROOT, "%s %.1f s", t.getKey(), t.getValue()))
            .collect(Collectors.joining(", "));
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s%s from %d picks, %s (%s)%n",
        out,
        recap.lengthSeconds(),
        difference(recap),
        recap.picks().size(),
        loudness(recap.loudnessLufs()),
        timings);
  }

  /** Where a lossless recap could only be cut at keyframes: what that costs, and why. */
  private static String difference(RecapResult recap) {
    @Nullable CutLimit limit = recap.cutLimit();
    double seconds = recap.lengthSeconds() - recap.wantedSeconds();
    if (limit == null) {
      return "";
    }
    return Math.abs(seconds) < WORTH_TELLING_SECONDS
        ? " (cut at keyframes: " + limit.sentence() + ")"
        : String.format(Locale.ROOT, " (%+.1f s, cut at keyframes: %s)", seconds, limit.sentence());
  }

  private static String loudness(double lufs) {
    return lufs <= SILENT_LUFS ? "silent" : String.format(Locale.ROOT, "%.1f LUFS", lufs);
  }
}
