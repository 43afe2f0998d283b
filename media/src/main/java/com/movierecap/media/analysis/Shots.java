package com.movierecap.media.analysis;

import com.movierecap.media.Cue;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Features;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.PictureClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes shots of boundaries and gathers over each what was seen and heard. */
final class Shots {
  /** Novelty is the mean distance to this many most similar other shots. */
  private static final int NEAREST = 5;

  /** Beyond this many shots novelty is measured against every n-th only. */
  private static final int COMPARED = 600;

  private final PictureClock clock;
  private final List<Look> looks;
  private final SoundTrack sound;
  private final List<Cue> cues;
  private final int[] firstFrame;
  private final int[] firstLook;
  private final Transition[] transition;
  private final double[][] histograms;

  Shots(
      PictureClock clock, List<Look> looks, List<ExactCut> cuts, SoundTrack sound, List<Cue> cues) {
    this.clock = clock;
    this.looks = looks;
    this.sound = sound;
    this.cues = cues;
    int n = cuts.size() + 1;
    firstFrame = new int[n + 1];
    firstLook = new int[n + 1];
    transition = new Transition[n];
    transition[0] = Transition.START;
    for (int i = 1; i < n; i++) {
      ExactCut cut = cuts.get(i - 1);
      firstFrame[i] = cut.frame();
      firstLook[i] = cut.look();
      transition[i] = cut.transition();
    }
    firstFrame[n] = clock.pictures();
    firstLook[n] = looks.size();
    histograms = new double[n][];
    for (int i = 0; i < n; i++) {
      histograms[i] = histogram(i);
    }
  }

  int count() {
    return transition.length;
  }

  List<Shot> list() {
    int n = count();
    double[] motion = new double[n];
    double[] colour = new double[n];
    double[] sharpness = new double[n];
    double[] brightness = new double[n];
    double[] loudness = new double[n];
    double[] novelty = new double[n];
    for (int i = 0; i < n; i++) {
      int from = firstLook[i];
      int to = Math.max(from + 1, firstLook[i + 1]);
      for (int k = from; k < to; k++) {
        Look look = looks.get(k);
        // the first score is the cut itself
        motion[i] += k == from ? 0 : look.score() / Math.max(1, to - from - 1);
        colour[i] += look.colour() / (to - from);
        sharpness[i] += look.sharpness() / (to - from);
        brightness[i] += look.brightness() / 255 / (to - from);
      }
      loudness[i] = sound.power(start(i), end(i));
      novelty[i] = novelty(i);
    }
    double[] motionRank = Ranks.of(motion);
    double[] colourRank = Ranks.of(colour);
    double[] sharpnessRank = Ranks.of(sharpness);
    double[] loudnessRank = Ranks.of(loudness);
    double[] noveltyRank = Ranks.of(novelty);
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Features features =
          new Features(
              round(motionRank[i]),
              round(colourRank[i]),
              round(sharpnessRank[i]),
              round(noveltyRank[i]),
              round(loudnessRank[i]),
              round(speech(i)),
              round(brightness[i]),
              0,
              0,
              0);
      shots.add(
          new Shot(
              i,
              start(i),
              end(i),
              firstFrame[i],
              transition[i],
              Shot.Kind.STORY,
              (start(i) + end(i)) / 2,
              "0000000000000000",
              List.of(),
              features));
    }
    return shots;
  }

  private double start(int shot) {
    return clock.secondsOf(firstFrame[shot]);
  }

  private double end(int shot) {
    return shot + 1 < count() ? start(shot + 1) : clock.durationSeconds();
  }

  private double speech(int shot) {
    double from = start(shot);
    double to = end(shot);
    if (cues.isEmpty()) {
      return sound.voiced(from, to);
    }
    double spoken = 0;
    for (Cue cue : cues) {
      spoken += Math.max(0, Math.min(to, cue.endSeconds()) - Math.max(from, cue.startSeconds()));
    }
    return Math.min(1, spoken / (to - from));
  }

  private double[] histogram(int shot) {
    double[] mean = new double[Look.BINS];
    int from = firstLook[shot];
    int to = Math.max(from + 1, firstLook[shot + 1]);
    int step = Math.max(1, (to - from) / 8);
    int count = 0;
    for (int k = from; k < to; k += step) {
      byte[] bins = looks.get(k).histogram();
      for (int b = 0; b < Look.BINS; b++) {
        mean[b] += (bins[b] & 0xFF) / 255.0;
      }
      count++;
    }
    int looked = count;
    return Arrays.stream(mean).map(v -> v / looked).toArray();
  }

  /** One less the histogram intersection; 0 the same, 1 nothing in common. */
  double distance(int a, int b) {
    double common = 0;
    double most = 0;
    for (int i = 0; i < Look.BINS; i++) {
      common += Math.min(histograms[a][i], histograms[b][i]);
      most += Math.max(histograms[a][i], histograms[b][i]);
    }
    return most == 0 ? 0 : 1 - common / most;
  }

  private double novelty(int shot) {
    int step = Math.max(1, count() / COMPARED);
    double[] distances = new double[count()];
    int n = 0;
    for (int other = shot % step; other < count(); other += step) {
      if (other != shot) {
        distances[n++] = distance(shot, other);
      }
    }
    Arrays.sort(distances, 0, n);
    return Arrays.stream(distances, 0, Math.min(NEAREST, n)).average().orElse(0);
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
