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

  /** Added where a sliver of another shot would be seen. */
  private static final float FLASH = 0.6f;

  /** Room before a cue and after it, so that no first or last sound is lost. */
  private static final double LEAD_SECONDS = 0.12;

  private static final double TAIL_SECONDS = 0.2;

  private Moments() {}

  /**
   * @param shortest length of a moment in pictures, where the film is long enough
   */
  static List<Moment> of(MovieAnalysis analysis, FrameGrid grid, int end, int shortest) {
    float[] price = prices(analysis, grid);
    int longest = 4 * shortest;
    double ideal = 2 * shortest;
    // only places worth it, and one every so often, so that three hours stay cheap
    int raster = Math.max(1, shortest / 3);
    List<Integer> places = new ArrayList<>();
    for (int p = 0; p <= end; p++) {
      boolean inside = price[p] >= INSIDE_CUE;
      boolean good = price[p] < ANYWHERE;
      if (p == 0 || p == end || good || (p % raster == 0 && !inside) || p % (2 * raster) == 0) {
        places.add(p);
      }
    }
    int n = places.size();
    double[] cost = new double[n];
    int[] before = new int[n];
    Arrays.fill(cost, 1, n, Double.POSITIVE_INFINITY);
    int low = 0;
    for (int i = 1; i < n; i++) {
      while (places.get(i) - places.get(low) > longest && low < i - 1) {
        low++;
      }
      for (int j = low; j < i; j++) {
        int length = places.get(i) - places.get(j);
        double way = cost[j] + price(price, places.get(i), end) + stretch(length, shortest, ideal);
        if (way < cost[i]) {
          cost[i] = way;
          before[i] = j;
        }
      }
    }
    List<Moment> moments = new ArrayList<>();
    for (int i = n - 1; i > 0; i = before[i]) {
      moments.add(new Moment(places.get(before[i]), places.get(i)));
    }
    Collections.reverse(moments);
    return moments;
  }

  private static double price(float[] price, int place, int end) {
    return place == end ? 0 : price[place];
  }

  private static double stretch(int length, int shortest, double ideal) {
    double away = Math.abs(length - ideal) / ideal;
    return 0.3 * away * away + (length < shortest ? 5 : 0) + 0.05;
  }

  private static float[] prices(MovieAnalysis analysis, FrameGrid grid) {
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
      last = cue.endSeconds();
    }
    cheapen(price, grid.place(last + TAIL_SECONDS), SENTENCE_GAP);
    for (int p = 0; p < price.length; p++) {
      if (grid.flashAtStart(p) || grid.flashAtEnd(p)) {
        price[p] += FLASH;
      }
      if (grid.insideCue(p)) {
        price[p] = INSIDE_CUE;
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
