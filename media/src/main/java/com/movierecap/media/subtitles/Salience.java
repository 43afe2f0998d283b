package com.movierecap.media.subtitles;

import com.movierecap.media.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each sentence says about the film, 0..1: LexRank (PageRank over the cosines of
 * neighbours in words), with a share for rare words, names, and the turns of phrase in which
 * stories are told.
 */
public final class Salience {
  private static final double DAMPING = 0.85;
  private static final double LEAST_COSINE = 0.1;
  private static final int ROUNDS = 50;

  /** Words in more sentences than this join everything with everything and say nothing. */
  private static final int COMMONEST = 60;

  private Salience() {}

  /** The same sentences with their salience. */
  public static List<Sentence> weighed(List<Sentence> sentences) {
    int n = sentences.size();
    Words language = Words.in(sentences.stream().map(Sentence::text).toList());
    Set<String> story = language.storyStems();
    List<List<String>> words = sentences.stream().map(s -> language.stems(s.text())).toList();
    TermWeights weights = new TermWeights(words);
    double[] rank = scaled(lexRank(weights, words));
    double[] rarity = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (double w : weights.of(i).values()) {
        sum += w;
      }
      rarity[i] = sum;
    }
    rarity = scaled(rarity);
    Names names = new Names(sentences.stream().map(Sentence::text).toList(), language.language());
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      String text = sentences.get(i).text();
      boolean named = !names.in(i).isEmpty();
      boolean telling = words.get(i).stream().anyMatch(story::contains);
      boolean stirred = sentences.get(i).isQuestion() || text.endsWith("!") || text.endsWith("！");
      double known = Math.min(1, words.get(i).size() / 4.0);
      scores[i] =
          known * (0.5 * rank[i] + 0.2 * rarity[i])
              + 0.1 * (named ? 1 : 0)
              + 0.1 * (telling ? 1 : 0)
              + 0.1 * (stirred ? 1 : 0);
    }
    // a question is worth its answer
    for (int i = 0; i + 1 < n; i++) {
      double pause = sentences.get(i + 1).startSeconds() - sentences.get(i).endSeconds();
      if (sentences.get(i).isQuestion() && pause < 2) {
        double both = Math.max(scores[i], scores[i + 1]);
        scores[i] = both;
        scores[i + 1] = both;
      }
    }
    List<Sentence> weighed = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Sentence s = sentences.get(i);
      double salience = Math.round(1e4 * Math.min(1, scores[i])) / 1e4;
      weighed.add(new Sentence(s.startSeconds(), s.endSeconds(), s.text(), salience));
    }
    return List.copyOf(weighed);
  }

  private static double[] lexRank(TermWeights weights, List<List<String>> words) {
    int n = words.size();
    Map<String, List<Integer>> holders = new HashMap<>();
    for (int i = 0; i < n; i++) {
      for (String word : weights.of(i).keySet()) {
        holders.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
    int[][] to = new int[n][];
    double[][] share = new double[n][];
    for (int i = 0; i < n; i++) {
      Map<Integer, Double> cosines = new HashMap<>();
      for (Map.Entry<String, Double> e : weights.of(i).entrySet()) {
        List<Integer> others = holders.getOrDefault(e.getKey(), List.of());
        if (others.size() > COMMONEST) {
          continue;
        }
        for (int j : others) {
          if (j != i) {
            cosines.merge(
                j, e.getValue() * weights.of(j).getOrDefault(e.getKey(), 0.0), Double::sum);
          }
        }
      }
      int[] near =
          cosines.keySet().stream()
              .filter(j -> cosines.getOrDefault(j, 0.0) >= LEAST_COSINE)
              .mapToInt(j -> j)
              .sorted()
              .toArray();
      double[] weight = new double[near.length];
      double sum = 0;
      for (int k = 0; k < near.length; k++) {
        weight[k] = cosines.getOrDefault(near[k], 0.0);
        sum += weight[k];
      }
      for (int k = 0; k < near.length; k++) {
        weight[k] /= sum;
      }
      to[i] = near;
      share[i] = weight;
    }
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[n];
      Arrays.fill(next, 1 - DAMPING);
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < to[i].length; k++) {
          next[to[i][k]] += DAMPING * rank[i] * share[i][k];
        }
      }
      double change = 0;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(next[i] - rank[i]));
      }
      rank = next;
      if (change < 1e-4) {
        break;
      }
    }
    return rank;
  }

  private static double[] scaled(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    return most <= 0 ? values : Arrays.stream(values).map(v -> v / most).toArray();
  }
}
