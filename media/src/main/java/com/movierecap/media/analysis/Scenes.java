package com.movierecap.media.analysis;

import com.movierecap.media.Cue;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
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
    Words language = Words.in(cues.stream().map(Cue::text).toList());
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
    List<List<String>> perScene = new ArrayList<>();
    int first = 0;
    for (int last : ends) {
      perScene.add(language.of(text(cues, starts[first], starts[last + 1])));
      first = last + 1;
    }
    TermWeights keywords = new TermWeights(perScene);
    List<Scene> scenes = new ArrayList<>();
    first = 0;
    for (int last : ends) {
      int index = scenes.size();
      scenes.add(
          new Scene(
              index, starts[first], starts[last + 1], first, last, keywords.best(index, KEYWORDS)));
      first = last + 1;
    }
    return scenes;
  }

  /** Of 64 bits about half differ by chance: that is nothing in common. */
  private static double hashes(List<Shot> shots, int a, int b) {
    long x = Long.parseUnsignedLong(shots.get(a).hash(), 16);
    long y = Long.parseUnsignedLong(shots.get(b).hash(), 16);
    return Math.min(1, Long.bitCount(x ^ y) / 32.0);
  }

  private static String text(List<Cue> cues, double from, double to) {
    StringBuilder text = new StringBuilder();
    for (Cue cue : cues) {
      double middle = (cue.startSeconds() + cue.endSeconds()) / 2;
      if (middle >= from && middle < to) {
        text.append(cue.text()).append('\n');
      }
    }
    return text.toString();
  }
}
