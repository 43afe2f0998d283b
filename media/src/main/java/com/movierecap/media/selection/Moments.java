package com.movierecap.media.selection;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts the whole film into moments. Every place has a price: none at a shot boundary or between
 * sentences, little in a silence, much between two cues of one sentence, prohibitive inside a cue.
 * The cheapest way through the film with moments of a fitting length is found by dynamic
 * programming.
 */
final class Moments {
  private static final float BOUNDARY = 0f;
  private static final float SENTENCE_GAP = 0.1f;
  private static final float SILENCE = 0.2f;
  private static final float CUE_GAP = 0.7f;
  private static final float ANYWHERE = 1.0f;
  private static final float INSIDE_CUE = 30f;

  /** Somebody speaks there as far as the sound can tell; it may err, a cue does not. */
  private static final float SPEECH = 2f;

  /** No moment reaches over the edge of what is locked or left out, however short it becomes. */
  private static final float EDGE = -20f;

  /** Added where a sliver of another shot would be seen. */
  private static final float FLASH = 0.6f;

  /** Room before a cue and after it, so that no first or last sound is lost. */
  private static final double LEAD_SECONDS = 0.12;

  private static final double TAIL_SECONDS = 0.2;

  private Moments() {}

  /** Pictures {@code from} to {@code to - 1}. */
  record Range(int from, int to) {
    int frames() {
      return to - from;
    }
  }

  /** In order and without gaps, from the film's start to the last picture that may be chosen. */
  static List<Range> of(MovieAnalysis analysis, FrameGrid grid, Scope scope, Tempo tempo) {
    int end = scope.end();
    float[] price = prices(analysis, grid, scope);
    // only places worth it, and one every so often, so that three hours stay cheap
    int raster = Math.max(1, tempo.fastest() / 3);
    int[] places = new int[end + 1];
    int n = 0;
    for (int p = 0; p <= end; p++) {
      boolean inside = price[p] >= INSIDE_CUE;
      boolean good = price[p] < ANYWHERE;
      if (p == 0 || p == end || good || (p % raster == 0 && !inside) || p % (2 * raster) == 0) {
        places[n++] = p;
      }
    }
    double[] cost = new double[n];
    int[] before = new int[n];
    Arrays.fill(cost, 1, n, Double.POSITIVE_INFINITY);
    int low = 0;
    for (int i = 1; i < n; i++) {
      int shortest = tempo.shortestAt(places[i]);
      while (places[i] - places[low] > 4 * tempo.slowest() && low < i - 1) {
        low++;
      }
      double here = places[i] == end ? 0 : price[places[i]];
      for (int j = low; j < i; j++) {
        double way = cost[j] + here + stretch(places[i] - places[j], shortest);
        if (way < cost[i]) {
          cost[i] = way;
          before[i] = j;
        }
      }
    }
    List<Range> moments = new ArrayList<>();
    for (int i = n - 1; i > 0; i = before[i]) {
      moments.add(new Range(places[before[i]], places[i]));
    }
    Collections.reverse(moments);
    return moments;
  }

  private static double stretch(int length, int shortest) {
    double ideal = 2.0 * shortest;
    double away = Math.abs(length - ideal) / ideal;
    return 0.3 * away * away + (length < shortest ? 5 : 0) + 0.05;
  }

  private static float[] prices(MovieAnalysis analysis, FrameGrid grid, Scope scope) {
    float[] price = new float[grid.frames() + 1];
    Arrays.fill(price, ANYWHERE);
    if (analysis.sound() != null) {
      for (TimeRange silence : analysis.sound().silences()) {
        int p = grid.place((silence.startSeconds() + silence.endSeconds()) / 2);
        price[p] = Math.min(price[p], SILENCE);
      }
    }
    for (Shot shot : analysis.shots()) {
      price[grid.place(shot.startSeconds())] = BOUNDARY;
    }
    List<Cue> cues = analysis.cues();
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      double gap = cue.startSeconds() - last;
      float worth = endsSentence(analysis.sentences(), last) ? SENTENCE_GAP : CUE_GAP;
      if (gap < LEAD_SECONDS + TAIL_SECONDS) {
        cheapen(price, grid.place((cue.startSeconds() + Math.max(0, last)) / 2), worth);
      } else {
        cheapen(price, grid.place(cue.startSeconds() - LEAD_SECONDS), worth);
        cheapen(price, grid.place(last + TAIL_SECONDS), worth);
        // a boundary so close to a word is no better than the words' own margin
        near(price, grid, cue.startSeconds() - LEAD_SECONDS, cue.startSeconds());
        near(price, grid, last, last + TAIL_SECONDS);
      }
      last = Math.max(last, cue.endSeconds());
    }
    cheapen(price, grid.place(last + TAIL_SECONDS), SENTENCE_GAP);
    for (int p = 0; p < price.length; p++) {
      if (grid.flashAtStart(p)) {
        price[p] += FLASH;
      } else if (grid.flashAtEnd(p)) {
        // the sound may run on instead
        price[p] += grid.insideCue(grid.cutBefore(p)) ? FLASH / 3 : FLASH;
      }
      if (grid.insideCue(p)) {
        price[p] = INSIDE_CUE;
      } else if (analysis.cues().isEmpty() && grid.spokenAround(p)) {
        price[p] += SPEECH;
      }
      if (scope.edge(p)) {
        price[p] = EDGE;
      }
    }
    return price;
  }

  private static boolean endsSentence(List<Sentence> sentences, double seconds) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      double end = sentences.get(middle).endSeconds();
      if (Math.abs(end - seconds) < 0.05) {
        return true;
      }
      if (end < seconds) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  private static void cheapen(float[] price, int place, float worth) {
    if (place > 0 && place < price.length) {
      price[place] = Math.min(price[place], worth);
    }
  }

  private static void near(float[] price, FrameGrid grid, double from, double to) {
    for (int p = grid.place(from) + 1; p < grid.place(to); p++) {
      price[p] += 0.4f;
    }
  }
}
