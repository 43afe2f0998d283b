package com.movierecap.media.analysis;

import com.movierecap.media.Cue;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
import com.movierecap.media.subtitles.Sentences;
import com.movierecap.media.subtitles.TermWeights;
import com.movierecap.media.subtitles.Words;
import java.util.ArrayList;
import java.util.List;

/** Makes scenes of shots, by looks and by words. */
final class Scenes {
  private static final int KEYWORDS = 8;
  private static final double WORDS_SHARE = 0.2;
  private static final double HASH_SHARE = 0.1;

  private Scenes() {}

  static List<Scene> of(List<Shot> shots, Shots looks, List<Cue> cues) {
    double[] starts = new double[shots.size() + 1];
    List<List<String>> said = new ArrayList<>();
    Words language = Words.in(cues.stream().map(c -> Sentences.spoken(c.text())).toList());
    for (Shot shot : shots) {
      starts[shot.index()] = shot.startSeconds();
      said.add(language.stems(text(cues, shot.startSeconds(), shot.endSeconds())));
    }
    starts[shots.size()] = shots.get(shots.size() - 1).endSeconds();
    TermWeights weights = new TermWeights(said);
    List<Integer> ends =
        SceneGrouper.group(
            starts,
            (a, b) -> {
              double seen =
                  (1 - HASH_SHARE) * looks.distance(a, b) + HASH_SHARE * hashes(shots, a, b);
              boolean wordless = said.get(a).isEmpty() || said.get(b).isEmpty();
              return wordless
                  ? seen
                  : (1 - WORDS_SHARE) * seen + WORDS_SHARE * (1 - weights.cosine(a, b));
            });
    List<Scene> scenes = new ArrayList<>();
    int first = 0;
    for (int last : ends) {
      scenes.add(new Scene(scenes.size(), starts[first], starts[last + 1], first, last, List.of()));
      first = last + 1;
    }
    return named(scenes, cues);
  }

  /** The same scenes with the keywords of other cues. */
  static List<Scene> named(List<Scene> scenes, List<Cue> cues) {
    Words language = Words.in(cues.stream().map(c -> Sentences.spoken(c.text())).toList());
    TermWeights keywords =
        new TermWeights(
            scenes.stream()
                .map(s -> language.of(text(cues, s.startSeconds(), s.endSeconds())))
                .toList());
    return scenes.stream()
        .map(
            s ->
                new Scene(
                    s.index(),
                    s.startSeconds(),
                    s.endSeconds(),
                    s.firstShot(),
                    s.lastShot(),
                    keywords.best(s.index(), KEYWORDS)))
        .toList();
  }

  /** Of 64 bits about half differ by chance: that is nothing in common. */
  static double hashes(List<Shot> shots, int a, int b) {
    long x = Long.parseUnsignedLong(shots.get(a).hash(), 16);
    long y = Long.parseUnsignedLong(shots.get(b).hash(), 16);
    return Math.min(1, Long.bitCount(x ^ y) / 32.0);
  }

  private static String text(List<Cue> cues, double from, double to) {
    StringBuilder text = new StringBuilder();
    for (Cue cue : cues) {
      double middle = (cue.startSeconds() + cue.endSeconds()) / 2;
      if (middle >= from && middle < to) {
        text.append(Sentences.spoken(cue.text())).append('\n');
      }
    }
    return text.toString();
  }
}
