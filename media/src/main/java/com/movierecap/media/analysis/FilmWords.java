package com.movierecap.media.analysis;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.Sound;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.TimeRange;
import com.movierecap.media.TrackChoice;
import com.movierecap.media.subtitles.Cues;
import com.movierecap.media.subtitles.Salience;
import com.movierecap.media.subtitles.Sentences;
import com.movierecap.media.subtitles.SubtitleFit;
import com.movierecap.media.subtitles.SubtitleFormat;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.media.subtitles.Subtitles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a film, on its clock.
 *
 * @param cues that lie in the film, in order
 * @param report null where there are no subtitles
 */
public record FilmWords(List<Cue> cues, @Nullable SubtitleReport report) {
  private static final FilmWords NONE = new FilmWords(List.of(), null);

  /**
   * @param given by a file; null where the film's own are to be taken
   * @param own null where the film has none, or they cannot be read
   * @param timing how they are moved
   * @param sound that they are held against; null where the film is silent
   */
  static FilmWords of(
      @Nullable Subtitles given,
      @Nullable SubtitleTrack own,
      Timing timing,
      MovieInfo info,
      @Nullable Sound sound) {
    if (given != null) {
      return timed(given, null, timing, info, sound);
    }
    return own == null ? NONE : timed(own.words(), own.number(), timing, info, sound);
  }

  /**
   * @param track number of the film's own that they are; null where they are a file's
   */
  private static FilmWords timed(
      Subtitles read,
      @Nullable Integer track,
      Timing timing,
      MovieInfo info,
      @Nullable Sound sound) {
    Subtitles timed = read.at(info.frameRate());
    List<Cue> all = Cues.retimed(timed.cues(), timing.stretch(), timing.offsetSeconds());
    List<Cue> cues = Cues.within(all, info.durationSeconds());
    List<TimeRange> speech = sound == null ? List.of() : sound.speech();
    @Nullable Timing better =
        SubtitleFit.better(all, speech, info.durationSeconds())
            .map(fit -> timing.then(new Timing(fit.stretch(), fit.offsetSeconds())))
            .orElse(null);
    return new FilmWords(
        cues,
        new SubtitleReport(
            track == null ? Source.FILE : Source.TRACK,
            timed.format().label(),
            timed.encoding(),
            cues.size(),
            timed.dropped(),
            timed.adverts(),
            all.size() - cues.size(),
            timing.stretch(),
            timing.offsetSeconds(),
            better,
            track));
  }

  /** The film with what is odd about its subtitles, in place of what was odd about others. */
  MovieInfo warned(MovieInfo info, @Nullable SubtitleReport before) {
    List<String> warnings = new ArrayList<>(info.warnings());
    if (before != null) {
      warnings.removeAll(before.warnings());
    }
    if (report != null) {
      warnings.addAll(report.warnings());
    }
    return info.withWarnings(warnings);
  }

  /**
   * An analysed film with the words of a file: nothing is decoded, and pictures, sound, shots and
   * scenes stay as they were found.
   */
  public static MovieAnalysis ofFile(MovieAnalysis film, Subtitles words, Timing timing) {
    MovieInfo info = film.movie();
    return with(film, info, timed(words, null, timing, info, film.sound()));
  }

  /** The same with words of its own; null for none. */
  public static MovieAnalysis ofTrack(
      MovieAnalysis film, @Nullable SubtitleTrack track, Timing timing) {
    if (track == null) {
      return with(film, film.movie(), NONE);
    }
    MovieInfo info = film.movie().reading(track.number());
    return with(film, info, timed(track.words(), track.number(), timing, info, film.sound()));
  }

  /** The same film with the words it has at other times; as it is where it has none. */
  public static MovieAnalysis retimed(MovieAnalysis film, Timing timing) {
    @Nullable SubtitleReport report = film.subtitles();
    if (report == null) {
      return film;
    }
    MovieInfo info = film.movie();
    Subtitles words = asWritten(film, report);
    return with(film, info, timed(words, report.track(), timing, info, film.sound()));
  }

  /**
   * The film's own words that are in use, as they are written.
   *
   * @return null where it has none, or those of a file are in use
   */
  public static @Nullable SubtitleTrack trackIn(MovieAnalysis film) {
    @Nullable SubtitleReport report = film.subtitles();
    @Nullable Integer track = TrackChoice.of(film.movie()).subtitles();
    return report == null || track == null || report.source() == Source.FILE
        ? null
        : new SubtitleTrack(track, asWritten(film, report));
  }

  private static Subtitles asWritten(MovieAnalysis film, SubtitleReport report) {
    return new Subtitles(
        Cues.retimed(film.cues(), 1 / report.stretch(), -report.offsetSeconds() / report.stretch()),
        SubtitleFormat.labelled(report.format()),
        report.encoding(),
        report.dropped(),
        report.adverts(),
        null);
  }

  private static MovieAnalysis with(MovieAnalysis film, MovieInfo info, FilmWords words) {
    List<Shot> shots =
        film.shots().stream().map(shot -> words.heardIn(shot, film.sound())).toList();
    List<Scene> scenes = Scenes.named(film.scenes(), words.cues);
    List<Sentence> sentences = Salience.weighed(Sentences.of(words.cues));
    return new MovieAnalysis(
        film.version(),
        film.accuracy(),
        words.warned(info, film.subtitles()),
        shots,
        scenes,
        film.acts(),
        TurningPoints.of(scenes, shots, sentences, (a, b) -> Scenes.hashes(shots, a, b)),
        film.black(),
        film.sound(),
        words.report,
        words.cues,
        sentences,
        film.posterSeconds());
  }

  private Shot heardIn(Shot shot, @Nullable Sound sound) {
    return shot.withSpeech(share(shot, sound));
  }

  /** As it is measured while a film is read: by the words, else by the sound. */
  private double share(Shot shot, @Nullable Sound sound) {
    double spoken = 0;
    if (!cues.isEmpty()) {
      for (Cue cue : cues) {
        spoken += common(shot, cue.startSeconds(), cue.endSeconds());
      }
    } else if (sound != null) {
      for (TimeRange speech : sound.speech()) {
        spoken += common(shot, speech.startSeconds(), speech.endSeconds());
      }
    }
    return Math.round(1e4 * Math.min(1, spoken / shot.lengthSeconds())) / 1e4;
  }

  private static double common(Shot shot, double from, double to) {
    return Math.max(0, Math.min(to, shot.endSeconds()) - Math.max(from, shot.startSeconds()));
  }
}
