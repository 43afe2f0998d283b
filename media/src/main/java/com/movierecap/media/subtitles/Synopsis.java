package com.movierecap.media.subtitles;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The film in its own words: the sentences that say most, some from each act, in the order they are
 * spoken. Nothing is invented; a film without subtitles has no synopsis.
 */
public final class Synopsis {
  private static final int LONGEST = 1200;
  private static final double[] ACT_ENDS = {0.2, 0.45, 0.7, 0.9, 1.01};
  private static final int[] ACT_CHARACTERS = {240, 300, 300, 240, 120};
  private static final double NEAR_DUPLICATE = 0.6;
  private static final double RELEVANCE = 0.7;

  private Synopsis() {}

  /** At most {@value #LONGEST} characters; empty where nothing is said. */
  public static String of(MovieAnalysis analysis) {
    List<Sentence> sentences = analysis.sentences();
    if (sentences.isEmpty()) {
      return "";
    }
    Words words = Words.in(sentences.stream().map(Sentence::text).toList());
    TermWeights weights =
        new TermWeights(sentences.stream().map(s -> words.stems(s.text())).toList());
    TreeSet<Integer> chosen = new TreeSet<>();
    double from = 0;
    int left = 0;
    for (int act = 0; act < ACT_ENDS.length; act++) {
      double start = from * analysis.movie().durationSeconds();
      double end = ACT_ENDS[act] * analysis.movie().durationSeconds();
      List<Integer> here = new ArrayList<>();
      for (int i = 0; i < sentences.size(); i++) {
        double at = sentences.get(i).startSeconds();
        if (at >= start && at < end) {
          here.add(i);
        }
      }
      left = fill(here, ACT_CHARACTERS[act] + left, chosen, sentences, weights);
      from = ACT_ENDS[act];
    }
    String text =
        chosen.stream().map(i -> sentences.get(i).text()).collect(Collectors.joining(" "));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
  }

  /** Maximal marginal relevance: worth, less likeness to what was chosen. Gives the room left. */
  private static int fill(
      List<Integer> here,
      int room,
      TreeSet<Integer> chosen,
      List<Sentence> sentences,
      TermWeights weights) {
    List<Integer> open = new ArrayList<>(here);
    int left = room;
    while (!open.isEmpty()) {
      Integer best =
          open.stream()
              .max(
                  Comparator.<Integer>comparingDouble(
                          i ->
                              RELEVANCE * sentences.get(i).salience()
                                  - (1 - RELEVANCE) * likeness(i, chosen, weights))
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      open.remove(best);
      int length = sentences.get(best).text().length() + 1;
      if (length <= left
          && weights.of(best).size() >= 2
          && likeness(best, chosen, weights) <= NEAR_DUPLICATE) {
        chosen.add(best);
        left -= length;
      }
    }
    return left;
  }

  private static double likeness(int sentence, TreeSet<Integer> chosen, TermWeights weights) {
    return chosen.stream().mapToDouble(c -> weights.cosine(sentence, c)).max().orElse(0);
  }
}
