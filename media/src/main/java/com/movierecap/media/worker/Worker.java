package com.movierecap.media.worker;

import com.movierecap.json.Json;
import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Progress;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.rendering.FilmPictures;
import com.movierecap.media.rendering.SparsePictures;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.worker.WorkMessage.Failed;
import com.movierecap.media.worker.WorkMessage.Reason;
import com.movierecap.media.worker.WorkRequest.Analyse;
import com.movierecap.media.worker.WorkRequest.Render;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The process that does one job for the service: {@code Worker REQUEST.json}. Films come from
 * strangers and native code reads them, so a crash here must cost one job and never the server.
 *
 * <p>Tells its progress as {@link WorkMessage} lines on standard output, everything else on
 * standard error. Exits with 0 when done, 3 when the customer's input cannot be used, 1 when it is
 * our fault. When standard input ends the parent has died, and so does the worker, at once.
 */
public final class Worker {
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int UNUSABLE_INPUT = 3;

  /** No more than five lines a second of one stage. */
  private static final long GAP_NANOS = 200_000_000;

  private final PrintStream out;
  private long lastLine;
  private Progress.@Nullable Stage lastStage;

  private Worker(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    // libraries that print must not break the protocol
    PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    if (arguments.length != 1) {
      System.err.println("usage: Worker REQUEST.json");
      System.exit(2);
    }
    dieWith(System.in);
    System.exit(new Worker(lines).work(Path.of(arguments[0])));
  }

  private static void dieWith(InputStream parent) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (parent.read() >= 0) {
                  // nothing is ever said; only the end counts
                }
              } catch (IOException e) {
                System.err.println("standard input broke: " + e.getMessage());
              }
              FfmpegProgram.killAll();
              Runtime.getRuntime().halt(OUR_FAULT);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private int work(Path request) {
    StageClock clock = new StageClock(this::progress);
    try {
      work(Json.read(request, WorkRequest.class), clock);
      say(new WorkMessage.Done());
      return DONE;
    } catch (UnusableInputException e) {
      say(Failed.of(clock.stage(), e));
      return UNUSABLE_INPUT;
    } catch (FfmpegException e) {
      e.printStackTrace();
      say(new Failed(clock.stage(), Reason.PROCESSING, "ffmpeg", Fault.sentence(e)));
      return OUR_FAULT;
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      e.printStackTrace();
      say(new Failed(clock.stage(), Reason.PROCESSING, "internal", Fault.sentence(e)));
      return OUR_FAULT;
    }
  }

  private static void work(WorkRequest request, StageClock clock) {
    Path film = Path.of(request.film());
    Path out = Path.of(request.out());
    if (request instanceof Analyse asked) {
      analyse(film, asked, out, clock);
    } else if (request instanceof Render asked) {
      render(film, asked, out, clock);
    }
  }

  private static void analyse(Path film, Analyse asked, Path out, StageClock clock) {
    SparsePictures seen = new SparsePictures();
    MovieAnalysis analysis =
        new Engine(clock)
            .analyse(
                film,
                readable(asked.subtitles()),
                TrackChoice.USUAL,
                Objects.requireNonNullElse(asked.accuracy(), Accuracy.NORMAL),
                seen,
                words -> Json.write(out.resolve("subtitles.json"), words));
    FilmPictures.write(film, analysis, seen, out);
    clock.at(Progress.Stage.ANALYSE, 1);
    Json.write(out.resolve("analysis.json"), analysis);
  }

  private static void render(Path film, Render asked, Path out, StageClock clock) {
    MovieAnalysis analysis = Json.read(Path.of(asked.analysis()), MovieAnalysis.class);
    new Engine(clock)
        .render(
            film,
            asked.filmName(),
            heard(analysis, asked.audio()),
            asked.recap(),
            asked.picks(),
            out);
  }

  private static MovieAnalysis heard(MovieAnalysis analysis, @Nullable Integer sound) {
    return sound == null ? analysis : analysis.hearing(sound);
  }

  /** A film stands without its subtitles: whoever handed them in has been told already. */
  private static @Nullable SubtitleInput readable(@Nullable SubtitleInput subtitles) {
    if (subtitles == null) {
      return null;
    }
    try {
      subtitles.read();
      return subtitles;
    } catch (UnusableInputException e) {
      System.err.println("left out: " + e.getMessage());
      return null;
    }
  }

  private void progress(Progress.Stage stage, double done) {
    long now = System.nanoTime();
    if (stage != lastStage || now - lastLine >= GAP_NANOS) {
      lastLine = now;
      lastStage = stage;
      say(new WorkMessage.Advanced(stage, done));
    }
  }

  private void say(WorkMessage message) {
    out.println(Json.line(message));
  }
}
