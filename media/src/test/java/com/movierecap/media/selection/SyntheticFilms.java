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
      Features f =
          new Features(
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
      shots.add(Analyses.shot(shots.size(), at / rate, to / rate, at, f));
      at = to;
    }
    return shots;
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
