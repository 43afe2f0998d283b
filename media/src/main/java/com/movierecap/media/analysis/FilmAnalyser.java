package com.movierecap.media.analysis;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Progress;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.Sound;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.TimeRange;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import com.movierecap.media.reading.FilmReaders;
import com.movierecap.media.shots.ExactCut;
import com.movierecap.media.shots.ExactCuts;
import com.movierecap.media.shots.Fades;
import com.movierecap.media.shots.ShotDetector;
import com.movierecap.media.sound.SoundTrack;
import com.movierecap.media.sound.VoiceTrack;
import com.movierecap.media.subtitles.Salience;
import com.movierecap.media.subtitles.Sentences;
import com.movierecap.media.subtitles.SubtitleInput;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.media.subtitles.Subtitles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a film once, from its first picture to its last. */
public final class FilmAnalyser {
  private static final double REFINING_STARTS = 0.95;

  private final Consumer<SmallPicture> seen;
  private final Consumer<List<SubtitleTrack>> read;
  private final TrackChoice tracks;

  public FilmAnalyser() {
    this(TrackChoice.USUAL, picture -> {}, words -> {});
  }

  /**
   * @param tracks which to look at and listen to
   * @param seen gets every picture that is decoded, in order, for purposes of its own
   * @param read gets the words of all of the film's own tracks that can be read, of which the
   *     analysis holds at most one's
   */
  public FilmAnalyser(
      TrackChoice tracks, Consumer<SmallPicture> seen, Consumer<List<SubtitleTrack>> read) {
    this.tracks = tracks;
    this.seen = seen;
    this.read = read;
  }

  /**
   * @param subtitles where they are, or null for the film's own
   * @param accuracy how closely to look
   * @throws com.movierecap.media.UnusableInputException where film or subtitles cannot be used
   */
  public MovieAnalysis analyse(
      Path film, @Nullable SubtitleInput subtitles, Accuracy accuracy, Progress progress) {
    progress.at(Stage.PROBE, 0);
    // words first: they fail fast, a film takes its time
    @Nullable Subtitles given = subtitles == null ? null : subtitles.read();
    Timing timing = subtitles == null ? Timing.AS_WRITTEN : subtitles.moved();
    // a preview promises nothing but speed
    boolean closely = accuracy != Accuracy.PREVIEW;
    try (FilmReader reader = FilmReaders.open(film, tracks, accuracy);
        @Nullable FaceTrack faces = closely ? FaceTrack.open(reader.shape()) : null;
        @Nullable VoiceTrack voices = closely ? VoiceTrack.open() : null) {
      progress.at(Stage.PROBE, 1);
      ShotDetector detector = new ShotDetector();
      Samples samples = new Samples();
      SoundTrack soundTrack = new SoundTrack(voices);
      Holes missing = new Holes();
      reader.read(
          new FilmListener() {
            @Override
            public void picture(SmallPicture picture) {
              detector.push(picture);
              samples.push(picture);
              seen.accept(picture);
              if (faces != null) {
                faces.push(picture);
              }
            }

            @Override
            public void sound(SoundBlock block) {
              soundTrack.add(block);
              missing.sound(block);
            }

            @Override
            public void progress(double done) {
              samples.progress(done);
              progress.at(Stage.ANALYSE, REFINING_STARTS * done);
            }
          });
      List<ExactCut> cuts =
          ExactCuts.refine(
              reader,
              detector.looks(),
              CardShots.parted(detector.finish(), detector.looks(), samples));
      List<TimeRange> holes = missing.among(reader.clock());
      MovieInfo info = reader.info().withArea(samples.area());
      if (!holes.isEmpty()) {
        info = info.warned(Holes.warning(holes));
      }
      @Nullable Sound sound = soundTrack.sound(info.durationSeconds());
      List<SubtitleTrack> own = reader.subtitles();
      read.accept(own);
      @Nullable SubtitleTrack chosen =
          SubtitleTrack.numbered(TrackChoice.of(info).subtitles(), own).orElse(null);
      FilmWords words = FilmWords.of(given, chosen, timing, info, sound);
      List<Cue> cues = words.cues();
      List<FaceTrack.Glance> glances = faces == null ? List.of() : faces.glances();
      Shots shots =
          new Shots(reader.clock(), detector.looks(), samples, cuts, soundTrack, cues, glances);
      Shots.Described described = shots.describe();
      List<Shot> list = described.shots();
      List<Scene> scenes = Scenes.of(list, shots, cues);
      List<Sentence> sentences = Salience.weighed(Sentences.of(cues));
      MovieAnalysis analysis =
          new MovieAnalysis(
              MovieAnalysis.VERSION,
              accuracy,
              words.warned(info, null),
              list,
              scenes,
              Acts.of(scenes),
              TurningPoints.of(scenes, list, sentences, shots::distance),
              unseen(Fades.black(detector.looks(), reader.clock()), holes),
              sound,
              words.report(),
              cues,
              sentences,
              Poster.seconds(list, described.quality()));
      progress.at(Stage.ANALYSE, 1);
      return analysis;
    }
  }

  private static List<TimeRange> unseen(List<TimeRange> black, List<TimeRange> holes) {
    return Stream.concat(black.stream(), holes.stream())
        .sorted(Comparator.comparingDouble(TimeRange::startSeconds))
        .toList();
  }
}
