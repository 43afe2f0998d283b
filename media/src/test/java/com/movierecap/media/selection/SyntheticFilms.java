package com.movierecap.media.selection;

import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Features;
import com.movierecap.media.Sound;
import com.movierecap.media.TimeRange;
import com.movierecap.media.TurningPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Analyses of films that never were; the same seed gives the same film. */
final class SyntheticFilms {
  private static final double[] RATES = {23.976, 24, 25, 29.97, 30, 50, 59.94, 12.5};
  private static final String[] WORDS =
      ("dragon castle king night secret river sword friend enemy letter garden window train doctor"
              + " winter money ship island war music father stranger")
          .split(" ");

  private SyntheticFilms() {}

  /** Shapes that films have. */
  enum Form {
    ORDINARY(20),
    WITHOUT_SUBTITLES(12),
    WORDS_AT_THE_END(12),
    THREE_SHOTS(12),
    ONE_ENDLESS_SHOT(10),
    SHORT(20),
    FADING(10),
    THREE_THOUSAND_SHOTS(3);

    private final int films;

    Form(int films) {
      this.films = films;
    }

    /** How many of them a test looks at. */
    int films() {
      return films;
    }
  }

  /** A film of that shape, with acts and turning points anywhere. */
  static MovieAnalysis of(Form form, long seed) {
    Random random = new Random(seed);
    double[] talks = {0, 0.2, 0.5, 0.9};
    double talk = form == Form.ORDINARY || form == Form.SHORT ? talks[random.nextInt(4)] : 0.4;
    double seconds =
        switch (form) {
          case THREE_THOUSAND_SHOTS -> 7200;
          case SHORT -> 12 + random.nextInt(60);
          default -> 300 + random.nextInt(4500);
        };
    MovieAnalysis film = film(seed, seconds, form == Form.WITHOUT_SUBTITLES ? 0 : talk);
    double rate = film.movie().frameRate();
    double duration = film.movie().durationSeconds();
    int shots =
        switch (form) {
          case THREE_SHOTS -> 3;
          case ONE_ENDLESS_SHOT -> 1;
          case THREE_THOUSAND_SHOTS -> 3000;
          default -> 0;
        };
    if (shots > 0) {
      film = withShots(film, evenShots(random, shots, Math.round(duration * rate), rate));
    }
    if (form == Form.WORDS_AT_THE_END) {
      List<Cue> last = film.cues().stream().filter(c -> c.startSeconds() > 0.9 * duration).toList();
      film = Analyses.of(film.movie(), film.shots(), film.scenes(), film.sound(), last);
    }
    List<TimeRange> black = new ArrayList<>();
    if (form == Form.FADING) {
      List<Shot> kinds = new ArrayList<>();
      for (Shot s : film.shots()) {
        boolean title = random.nextInt(4) == 0;
        kinds.add(title ? Analyses.withKind(s, Shot.Kind.TITLE) : s);
        double from = Math.max(0, s.startSeconds() - 0.2);
        black.add(new TimeRange(from, Math.min(duration, s.startSeconds() + 0.3)));
      }
      film = Analyses.of(film.movie(), kinds, film.scenes(), film.sound(), film.cues());
    }
    return Analyses.withStory(film, acts(duration), turns(random, duration), black);
  }

  private static List<TimeRange> acts(double duration) {
    double[] ends = {0, 0.21, 0.43, 0.72, 0.88, 1};
    List<TimeRange> acts = new ArrayList<>();
    for (int i = 0; i + 1 < ends.length; i++) {
      acts.add(new TimeRange(ends[i] * duration, ends[i + 1] * duration));
    }
    return acts;
  }

  /** Near the places where stories turn, the last of them where the ending is. */
  private static List<TurningPoint> turns(Random random, double duration) {
    double[] places = {0.1, 0.25, 0.5, 0.75, 0.93};
    List<TurningPoint> turns = new ArrayList<>();
    for (TurningPoint.Kind kind : TurningPoint.Kind.values()) {
      double start = duration * Math.min(0.98, places[kind.ordinal()] + 0.06 * random.nextDouble());
      double end = Math.min(duration, start + duration * 0.08 * random.nextDouble());
      turns.add(new TurningPoint(kind, start, end));
    }
    return turns;
  }

  private static List<Shot> evenShots(Random random, int count, long frames, double rate) {
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long from = frames * i / count;
      long to = frames * (i + 1) / count;
      shots.add(Analyses.shot(i, from / rate, to / rate, from, features(random)));
    }
    return shots;
  }

  private static MovieAnalysis withShots(MovieAnalysis film, List<Shot> shots) {
    List<Scene> scenes = new ArrayList<>();
    for (int first = 0; first < shots.size(); first += 10) {
      int last = Math.min(shots.size() - 1, first + 9);
      double start = shots.get(first).startSeconds();
      double end = shots.get(last).endSeconds();
      scenes.add(new Scene(scenes.size(), start, end, first, last, List.of()));
    }
    return Analyses.of(film.movie(), shots, scenes, film.sound(), film.cues());
  }

  /**
   * @param talk share of the time that is spoken, 0 for a film without subtitles
   */
  static MovieAnalysis film(long seed, double seconds, double talk) {
    Random random = new Random(seed);
    double rate = RATES[random.nextInt(RATES.length)];
    long frames = Math.round(seconds * rate);
    double duration = frames / rate;
    List<Shot> shots = shots(random, frames, rate);
    List<Scene> scenes = new ArrayList<>();
    for (int first = 0; first < shots.size(); ) {
      int last = Math.min(shots.size() - 1, first + random.nextInt(12));
      scenes.add(
          new Scene(
              scenes.size(),
              shots.get(first).startSeconds(),
              shots.get(last).endSeconds(),
              first,
              last,
              List.of()));
      first = last + 1;
    }
    Sound sound = random.nextInt(4) == 0 ? null : sound(random, duration);
    MovieInfo info = Analyses.movie(duration, 640, 360, rate, null);
    List<Cue> cues = talk <= 0 ? List.of() : cues(random, duration, talk);
    return Analyses.of(info, shots, scenes, sound, cues);
  }

  /** A film without words, shown so many times over. */
  static MovieAnalysis repeated(MovieAnalysis once, int times) {
    double length = once.movie().durationSeconds();
    double rate = once.movie().frameRate();
    List<Shot> shots = new ArrayList<>();
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      double since = i * length;
      int first = shots.size();
      for (Shot s : once.shots()) {
        double start = since + s.startSeconds();
        shots.add(
            Analyses.withHash(
                Analyses.shot(
                    shots.size(),
                    start,
                    since + s.endSeconds(),
                    Math.round(start * rate),
                    s.features()),
                s.hash()));
      }
      for (Scene s : once.scenes()) {
        scenes.add(
            new Scene(
                scenes.size(),
                since + s.startSeconds(),
                since + s.endSeconds(),
                first + s.firstShot(),
                first + s.lastShot(),
                List.of()));
      }
    }
    MovieInfo info = Analyses.movie(times * length, 640, 360, rate, null);
    return Analyses.of(info, shots, scenes, null, List.of());
  }

  private static List<Shot> shots(Random random, long frames, double rate) {
    List<Shot> shots = new ArrayList<>();
    double usual = 0.5 + random.nextInt(60);
    long at = 0;
    while (at < frames) {
      long to =
          Math.min(frames, at + Math.max(6, Math.round(rate * usual * random.nextDouble() * 2)));
      shots.add(Analyses.shot(shots.size(), at / rate, to / rate, at, features(random)));
      at = to;
    }
    return shots;
  }

  private static Features features(Random random) {
    return new Features(
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        0,
        0,
        0);
  }

  private static Sound sound(Random random, double duration) {
    List<TimeRange> silences = new ArrayList<>();
    double at = random.nextDouble() * 5;
    while (at + 1 < duration) {
      double to = at + 0.12 + random.nextDouble() * 0.8;
      silences.add(new TimeRange(at, to));
      at = to + 1 + random.nextDouble() * 20;
    }
    return Analyses.sound(silences);
  }

  private static List<Cue> cues(Random random, double duration, double talk) {
    List<Cue> cues = new ArrayList<>();
    double at = random.nextDouble() * 2;
    while (true) {
      double length = 0.8 + random.nextDouble() * 3.5;
      if (at + length > duration) {
        return cues;
      }
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 4 + random.nextInt(5); w++) {
        text.append(w == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
      }
      cues.add(new Cue(at, at + length, text + (random.nextInt(3) == 0 ? "" : ".")));
      double pause = length * (1 - talk) / talk;
      at += length + (random.nextInt(5) == 0 ? 0 : pause * 2 * random.nextDouble());
    }
  }
}
