package com.movierecap.media.subtitles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * TF-IDF over a collection of texts: {@code w = tf * (ln((1+N)/(1+df)) + 1)}, each text's weights
 * scaled to length one, so that the sum of products of two is their cosine.
 */
public final class TermWeights {
  private final List<Map<String, Double>> weights = new ArrayList<>();

  public TermWeights(List<List<String>> texts) {
    Map<String, Integer> documents = new HashMap<>();
    for (List<String> text : texts) {
      for (String word : new HashSet<>(text)) {
        documents.merge(word, 1, Integer::sum);
      }
    }
    for (List<String> text : texts) {
      // sorted, so that sums come out the same to the last bit
      Map<String, Double> of = new TreeMap<>();
      for (String word : text) {
        of.merge(word, 1.0, Double::sum);
      }
      double squares = 0;
      for (Map.Entry<String, Double> e : of.entrySet()) {
        double idf =
            Math.log((1.0 + texts.size()) / (1.0 + documents.getOrDefault(e.getKey(), 0))) + 1;
        e.setValue(e.getValue() * idf);
        squares += e.getValue() * e.getValue();
      }
      double length = Math.sqrt(squares);
      of.replaceAll((word, w) -> w / length);
      weights.add(of);
    }
  }

  Map<String, Double> of(int text) {
    return weights.get(text);
  }

  /** 0..1. */
  public double cosine(int a, int b) {
    Map<String, Double> small = weights.get(a);
    Map<String, Double> large = weights.get(b);
    if (small.size() > large.size()) {
      return cosine(b, a);
    }
    double sum = 0;
    for (Map.Entry<String, Double> e : small.entrySet()) {
      sum += e.getValue() * large.getOrDefault(e.getKey(), 0.0);
    }
    return sum;
  }

  /** The words that set a text apart, best first. */
  public List<String> best(int text, int limit) {
    return weights.get(text).entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
