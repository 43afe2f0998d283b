package com.movierecap.media;

import com.movierecap.media.Shot.Features;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.subtitles.Salience;
import com.movierecap.media.subtitles.Sentences;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up parts of analyses, of which a test changes what it is about. */
public final class Analyses {
  public static final Features PLAIN = new Features(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private Analyses() {}

  public static MovieInfo movie(
      double seconds, int width, int height, double frameRate, @Nullable String audio) {
    return new MovieInfo(
        seconds,
        width,
        height,
        frameRate,
        "h264",
        audio,
        PictureArea.WHOLE,
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        List.of());
  }

  public static Shot shot(int index, double start, double end, long frame, Features features) {
    return new Shot(
        index,
        start,
        end,
        frame,
        index == 0 ? Transition.START : Transition.CUT,
        Shot.Kind.STORY,
        (start + end) / 2,
        hash(index),
        List.of(),
        features);
  }

  /** One that is like no other: far more than ten bits apart for different numbers. */
  public static String hash(int number) {
    return String.format("%016x", new java.util.Random(number).nextLong());
  }

  public static Shot withKind(Shot s, Shot.Kind kind) {
    return with(s, kind, s.hash());
  }

  public static Shot withHash(Shot s, String hash) {
    return with(s, s.kind(), hash);
  }

  private static Shot with(Shot s, Shot.Kind kind, String hash) {
    return new Shot(
        s.index(),
        s.startSeconds(),
        s.endSeconds(),
        s.startFrame(),
        s.transition(),
        kind,
        s.keySeconds(),
        hash,
        s.focus(),
        s.features());
  }

  /** The shot that fills most of a range. */
  public static Shot mainShot(MovieAnalysis film, double from, double to) {
    return film.shots().stream()
        .max(
            Comparator.comparingDouble(
                s -> Math.min(to, s.endSeconds()) - Math.max(from, s.startSeconds())))
        .orElseThrow();
  }

  public static Sound sound(List<TimeRange> silences) {
    return new Sound(-20, 10, -3, silences, List.of());
  }

  public static MovieAnalysis of(
      MovieInfo movie, List<Shot> shots, @Nullable Sound sound, List<Cue> cues) {
    return of(movie, shots, List.of(), sound, cues);
  }

  public static MovieAnalysis of(
      MovieInfo movie,
      List<Shot> shots,
      List<Scene> scenes,
      @Nullable Sound sound,
      List<Cue> cues) {
    return new MovieAnalysis(
        MovieAnalysis.VERSION,
        Accuracy.NORMAL,
        movie,
        shots,
        scenes,
        List.of(),
        List.of(),
        List.of(),
        sound,
        null,
        cues,
        Salience.weighed(Sentences.of(cues)),
        movie.durationSeconds() / 2);
  }

  /** The same with another poster. */
  public static MovieAnalysis withPoster(MovieAnalysis a, double seconds) {
    return with(a, a.acts(), a.turningPoints(), a.black(), seconds);
  }

  /** The same with other stretches of black. */
  public static MovieAnalysis withBlack(MovieAnalysis a, List<TimeRange> black) {
    return with(a, a.acts(), a.turningPoints(), black, a.posterSeconds());
  }

  /** The same with acts, turning points and stretches of black. */
  public static MovieAnalysis withStory(
      MovieAnalysis a, List<TimeRange> acts, List<TurningPoint> turns, List<TimeRange> black) {
    return with(a, acts, turns, black, a.posterSeconds());
  }

  private static MovieAnalysis with(
      MovieAnalysis a,
      List<TimeRange> acts,
      List<TurningPoint> turns,
      List<TimeRange> black,
      double posterSeconds) {
    return new MovieAnalysis(
        a.version(),
        a.accuracy(),
        a.movie(),
        a.shots(),
        a.scenes(),
        acts,
        turns,
        black,
        a.sound(),
        a.subtitles(),
        a.cues(),
        a.sentences(),
        posterSeconds);
  }
}
