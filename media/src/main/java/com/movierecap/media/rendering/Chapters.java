package com.movierecap.media.rendering;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.TimeRange;
import com.movierecap.media.captions.CaptionTrack;
import com.movierecap.media.subtitles.ChapterTitles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recap's chapters: a run of picks from one scene each, short ones joined with a neighbour.
 *
 * @param list without gaps, from the recap's start to its end
 */
record Chapters(List<Chapter> list) {
  private static final int FEWEST = 3;
  private static final int MOST = 10;
  private static final double SHORTEST_SECONDS = 3;

  /**
   * @param time in the recap
   * @param title of one line, never empty
   */
  record Chapter(TimeRange time, String title) {}

  /** A stretch of the recap on its way to a chapter. */
  private record Run(long first, long end, int scene, long filmFrame, @Nullable Sentence said) {
    long frames() {
      return end - first;
    }

    /** Named by the longer of both. */
    Run with(Run next) {
      Run longer = next.frames() > frames() ? next : this;
      Run other = longer == next ? this : next;
      @Nullable Sentence telling = longer.said == null ? other.said : longer.said;
      return new Run(first, next.end, longer.scene, longer.filmFrame, telling);
    }
  }

  /**
   * @param sentences what is said in the film: a chapter is called after what is said in it
   */
  static Chapters of(CutList cuts, List<Scene> scenes, List<Sentence> sentences) {
    ChapterTitles titles = new ChapterTitles(sentences);
    FrameRate rate = cuts.rate();
    List<Run> picks = new ArrayList<>();
    for (CutList.Event event : cuts.events()) {
      Cut cut = event.cut();
      double middle = rate.seconds(cut.filmFrame() + cut.frames() / 2);
      double from = rate.seconds(cut.filmFrame());
      double to = rate.seconds(cut.filmFrame() + cut.frames());
      picks.add(
          new Run(
              cut.recapFrame(),
              cut.recapEnd(),
              scene(scenes, middle),
              cut.filmFrame(),
              titles.best(from, to).orElse(null)));
    }
    List<Run> runs = new ArrayList<>();
    for (Run pick : picks) {
      Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.scene == pick.scene && pick.scene >= 0) {
        runs.set(runs.size() - 1, last.with(pick));
      } else {
        runs.add(pick);
      }
    }
    // a recap of one or two scenes is parted by its picks
    boolean few = runs.size() < FEWEST;
    List<Run> merged = few ? picks : runs;
    merge(merged, few ? FEWEST : MOST, rate.frameAt(SHORTEST_SECONDS));
    List<Chapter> chapters = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Run run : merged) {
      String title = title(titles, scenes, run);
      if (title.isEmpty() || !taken.add(title.toLowerCase(Locale.ROOT))) {
        title = clock(rate.seconds(run.filmFrame));
      }
      chapters.add(
          new Chapter(new TimeRange(rate.seconds(run.first), rate.seconds(run.end)), title));
    }
    return new Chapters(List.copyOf(chapters));
  }

  private static int scene(List<Scene> scenes, double seconds) {
    for (int i = 0; i < scenes.size(); i++) {
      if (seconds < scenes.get(i).endSeconds()) {
        return i;
      }
    }
    return scenes.size() - 1;
  }

  private static void merge(List<Run> runs, int most, long shortest) {
    while (runs.size() > 1) {
      int least = 0;
      for (int i = 1; i < runs.size(); i++) {
        if (runs.get(i).frames() < runs.get(least).frames()) {
          least = i;
        }
      }
      if (runs.size() <= most && runs.get(least).frames() >= shortest) {
        return;
      }
      boolean forward =
          least == 0
              || (least < runs.size() - 1
                  && runs.get(least + 1).frames() < runs.get(least - 1).frames());
      int first = forward ? least : least - 1;
      runs.set(first, runs.get(first).with(runs.remove(first + 1)));
    }
  }

  /** What is heard in the chapter, else what is said in its scene; empty where nothing is. */
  private static String title(ChapterTitles titles, List<Scene> scenes, Run run) {
    Optional<Sentence> said = Optional.ofNullable(run.said);
    if (said.isEmpty() && run.scene >= 0) {
      Scene scene = scenes.get(run.scene);
      said = titles.best(scene.startSeconds(), scene.endSeconds());
    }
    return said.map(titles::title).orElse("");
  }

  /** {@code 12:34} or {@code 1:02:03}. */
  private static String clock(double seconds) {
    long s = (long) seconds;
    return s < 3600
        ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  }

  /** Writes them as a WebVTT file of kind {@code chapters}. */
  void writeWebVtt(Path file) {
    new CaptionTrack(
            list.stream()
                .map(c -> new Cue(c.time().startSeconds(), c.time().endSeconds(), c.title()))
                .toList())
        .write(file);
  }

  /**
   * Writes them as FFmpeg reads metadata.
   *
   * @see <a href="https://ffmpeg.org/ffmpeg-formats.html#Metadata-2">the format</a>
   */
  void writeMetadata(Path file) throws IOException {
    StringBuilder text = new StringBuilder(";FFMETADATA1\n");
    for (Chapter chapter : list) {
      text.append(
          String.format(
              Locale.ROOT,
              "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n",
              Math.round(chapter.time().startSeconds() * 1000),
              Math.round(chapter.time().endSeconds() * 1000),
              chapter.title().replaceAll("([=;#\\\\])", "\\\\$1")));
    }
    Files.writeString(file, text);
  }
}
