package com.movierecap.media.analysis;

import com.movierecap.media.Cue;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Features;
import com.movierecap.media.Shot.Kind;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.shots.ExactCut;
import com.movierecap.media.shots.FrameFeatures;
import com.movierecap.media.sound.SoundTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes shots of boundaries and gathers over each what was seen and heard. */
final class Shots {
  /** Novelty is the mean distance to this many most similar other shots. */
  private static final int NEAREST = 5;

  /** Beyond this many shots novelty is measured against every n-th only. */
  private static final int COMPARED = 600;

  private final PictureClock clock;
  private final List<FrameFeatures> looks;
  private final Samples samples;
  private final SoundTrack sound;
  private final List<Cue> cues;
  private final List<FaceTrack.Glance> glances;
  private final int[] firstFrame;
  private final int[] firstLook;
  private final Transition[] transition;
  private final double[][] histograms;

  Shots(
      PictureClock clock,
      List<FrameFeatures> looks,
      Samples samples,
      List<ExactCut> cuts,
      SoundTrack sound,
      List<Cue> cues,
      List<FaceTrack.Glance> glances) {
    this.glances = glances;
    this.clock = clock;
    this.looks = looks;
    this.samples = samples;
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

  /**
   * @param quality how well the key picture of each shot shows it, 0..1
   */
  record Described(List<Shot> shots, double[] quality) {}

  Described describe() {
    int n = count();
    double[][] measures = new double[Measure.values().length][n];
    double[] brightness = new double[n];
    double[] speech = new double[n];
    List<PictureKinds.Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<FrameFeatures> seen = looks.subList(firstLook[i], lookAfter(i));
      List<Sample> closely = samples.between(firstLook[i], lookAfter(i));
      // the first score is the cut itself
      double motion = seen.stream().skip(1).mapToDouble(FrameFeatures::score).average().orElse(0);
      measures[Measure.MOTION.ordinal()][i] = motion;
      measures[Measure.COLOUR.ordinal()][i] = mean(closely, Sample::colour);
      measures[Measure.SHARPNESS.ordinal()][i] = mean(closely, Sample::sharpness);
      measures[Measure.LOUDNESS.ordinal()][i] = sound.loudness(start(i), end(i));
      measures[Measure.NOVELTY.ordinal()][i] = novelty(i);
      measures[Measure.MUSIC.ordinal()][i] = sound.music(start(i), end(i));
      measures[Measure.EFFECTS.ordinal()][i] = sound.effects(start(i), end(i));
      brightness[i] =
          seen.stream().mapToDouble(FrameFeatures::brightness).average().orElse(0) / 255;
      speech[i] = speech(i);
      evidence.add(new PictureKinds.Evidence(start(i), end(i), seen, closely, motion, speech[i]));
    }
    Kind[] kinds = PictureKinds.of(evidence, clock.durationSeconds());
    double[][] ranks = Arrays.stream(measures).map(Ranks::of).toArray(double[][]::new);
    KeyPictures pictures = new KeyPictures(looks, samples);
    double[] quality = new double[n];
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      KeyPictures.Key key = pictures.of(firstLook[i], lookAfter(i));
      quality[i] = key.quality();
      int shot = i;
      ToDoubleFunction<Measure> rank = m -> round(ranks[m.ordinal()][shot]);
      shots.add(
          new Shot(
              i,
              start(i),
              end(i),
              firstFrame[i],
              transition[i],
              kinds[i],
              Math.min(end(i), Math.max(start(i), Math.round(1e3 * key.sample().seconds()) / 1e3)),
              String.format("%016x", key.sample().hash()),
              FocusPath.of(evidence.get(i).samples(), glances(i), start(i), end(i)),
              new Features(
                  rank.applyAsDouble(Measure.MOTION),
                  rank.applyAsDouble(Measure.COLOUR),
                  rank.applyAsDouble(Measure.SHARPNESS),
                  rank.applyAsDouble(Measure.NOVELTY),
                  rank.applyAsDouble(Measure.LOUDNESS),
                  round(speech[i]),
                  round(brightness[i]),
                  round(faces(i)),
                  rank.applyAsDouble(Measure.MUSIC),
                  rank.applyAsDouble(Measure.EFFECTS))));
    }
    return new Described(shots, quality);
  }

  private List<FaceTrack.Glance> glances(int shot) {
    double from = start(shot);
    double to = end(shot);
    return glances.stream().filter(g -> g.seconds() >= from && g.seconds() < to).toList();
  }

  private double faces(int shot) {
    return glances(shot).stream().mapToDouble(g -> g.faces().isEmpty() ? 0 : 1).average().orElse(0);
  }

  private enum Measure {
    MOTION,
    COLOUR,
    SHARPNESS,
    NOVELTY,
    LOUDNESS,
    MUSIC,
    EFFECTS
  }

  private int lookAfter(int shot) {
    return Math.max(firstLook[shot] + 1, firstLook[shot + 1]);
  }

  private static double mean(List<Sample> samples, ToDoubleFunction<Sample> measure) {
    return samples.stream().mapToDouble(measure).average().orElse(0);
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
      return sound.spoken(from, to);
    }
    double spoken = 0;
    for (Cue cue : cues) {
      spoken += Math.max(0, Math.min(to, cue.endSeconds()) - Math.max(from, cue.startSeconds()));
    }
    return Math.min(1, spoken / (to - from));
  }

  private double[] histogram(int shot) {
    double[] mean = new double[Sample.BINS];
    List<Sample> closely = samples.between(firstLook[shot], lookAfter(shot));
    for (Sample sample : closely) {
      for (int b = 0; b < Sample.BINS; b++) {
        mean[b] += (sample.histogram()[b] & 0xFF) / 255.0 / closely.size();
      }
    }
    return mean;
  }

  /** One less the histogram intersection; 0 the same, 1 nothing in common. */
  double distance(int a, int b) {
    double common = 0;
    double most = 0;
    for (int i = 0; i < Sample.BINS; i++) {
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
