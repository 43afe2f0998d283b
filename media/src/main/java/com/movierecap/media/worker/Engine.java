package com.movierecap.media.worker;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import com.movierecap.media.Timeline;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.analysis.FilmAnalyser;
import com.movierecap.media.export.Outputs;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.rendering.RecapRenderer;
import com.movierecap.media.rendering.Rendition;
import com.movierecap.media.selection.PickSelector;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.media.subtitles.Synopsis;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps from a film to the files of its recap. */
final class Engine {
  private final StageClock clock;

  Engine(StageClock clock) {
    this.clock = clock;
  }

  /**
   * @param tracks which are looked at, listened to and read
   * @param seen gets every picture that is decoded, in order
   * @param read gets the words of all of the film's own tracks
   */
  MovieAnalysis analyse(
      Path film,
      @Nullable SubtitleInput subtitles,
      TrackChoice tracks,
      Accuracy accuracy,
      Consumer<SmallPicture> seen,
      Consumer<List<SubtitleTrack>> read) {
    clock.at(Stage.PROBE, 0);
    return new FilmAnalyser(tracks, seen, read).analyse(film, subtitles, accuracy, clock);
  }

  /**
   * Writes every file of {@link RecapResult#outputs} into {@code out}.
   *
   * @param filmName as it is called outside, for the cut lists
   * @param picks made by hand, to be rendered as they are; null to select
   */
  RecapResult render(
      Path film,
      String filmName,
      MovieAnalysis analysis,
      RecapRequest request,
      @Nullable List<Pick> picks,
      Path out) {
    clock.at(Stage.SELECT, 0);
    Timeline timeline =
        picks == null
            ? new PickSelector().select(analysis, request)
            : new Timeline(inside(picks, analysis.movie().durationSeconds()));
    clock.at(Stage.SELECT, 1);
    Rendition rendition = new RecapRenderer().render(film, analysis, timeline, request, out, clock);
    RecapResult recap =
        new RecapResult(
            analysis.movie(),
            analysis.shots(),
            analysis.scenes(),
            rendition.timeline().picks(),
            rendition.lengthSeconds(),
            rendition.wantedSeconds(),
            rendition.cutLimit(),
            rendition.loudnessLufs(),
            Stream.concat(rendition.outputs().stream(), Outputs.documents().stream()).toList(),
            clock.seconds());
    Outputs.write(out, filmName, recap, Synopsis.of(analysis));
    return recap;
  }

  private static List<Pick> inside(List<Pick> picks, double duration) {
    List<Pick> inside =
        picks.stream()
            .map(
                p ->
                    new Pick(
                        Math.max(0, p.startSeconds()),
                        Math.min(duration, p.endSeconds()),
                        p.score(),
                        p.reasons(),
                        p.tailSeconds()))
            .filter(p -> p.lengthSeconds() > 0)
            .toList();
    if (inside.isEmpty()) {
      throw new UnusableInputException(Reason.LENGTH_NOT_POSITIVE, "no pick lies in the film");
    }
    return inside;
  }
}
