package com.movierecap.media.rendering.lossless;

import com.movierecap.media.Cue;
import com.movierecap.media.Pick;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.CutPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves picks to keyframes, where a film can be cut without encoding it again, so that the whole
 * stays as long as it was.
 *
 * <p>Every pick may begin at the keyframe before or after its start and end at the one before or
 * after its end ({@link CutPoint}); a pick much shorter than the gap between keyframes may be left
 * out. From the roomiest choice on, one or two picks at a time are changed as long as that costs
 * less, until nothing does. What is costed, in seconds: how far the length is off, what is lost of
 * picks, and every cue that is cut into.
 */
public final class KeyframeRanges {
  /** A second off the length weighs more than a second lost of a pick. */
  private static final double LOST_WEIGHT = 0.5;

  /** As bad as a length that is so many seconds off. */
  private static final double CUT_CUE_SECONDS = 0.5;

  /** Time stamps are rounded in analyses. */
  private static final double SAME_SECONDS = 0.002;

  /**
   * A pick's place.
   *
   * @param keyframe the one at its end: the pick goes on without a gap where another begins there
   * @param cost by itself
   */
  private record PickOptimizer(double start, double end, double keyframe, double cost) {}

  private final Timeline timeline;
  private final List<CutPoint> points;
  private final double filmEnd;
  private final List<Cue> cues;
  private final List<TimeRange> locked;

  /**
   * @param points in order, not empty
   * @param locked ranges whose picks must stay
   */
  public KeyframeRanges(
      Timeline timeline,
      List<CutPoint> points,
      double filmEnd,
      List<Cue> cues,
      List<TimeRange> locked) {
    this.timeline = timeline;
    this.points = points.stream().filter(p -> p.in() < filmEnd).toList();
    this.filmEnd = filmEnd;
    this.cues = cues;
    this.locked = locked;
  }

  /** The picks at keyframes; what then touches or overlaps its neighbour has become one with it. */
  public Timeline snapped() {
    List<List<PickOptimizer>> choices = timeline.picks().stream().map(this::choices).toList();
    int[] best = new int[choices.size()];
    double cost = cost(choices, best);
    for (double before = Double.MAX_VALUE; cost < before; ) {
      before = cost;
      for (int a = 0; a < best.length; a++) {
        for (int b = a; b < best.length; b++) {
          cost = improve(choices, best, a, b, cost);
        }
      }
    }
    return new Timeline(merged(choices, best));
  }

  private double improve(List<List<PickOptimizer>> choices, int[] best, int a, int b, double cost) {
    double least = cost;
    int[] trial = best.clone();
    for (int i = 0; i < choices.get(a).size(); i++) {
      for (int j = 0; j < choices.get(b).size(); j++) {
        trial[a] = i;
        trial[b] = j;
        double other = cost(choices, trial);
        if (other < least - SAME_SECONDS) {
          least = other;
          best[a] = trial[a];
          best[b] = trial[b];
        }
      }
    }
    return least;
  }

  private double cost(List<List<PickOptimizer>> choices, int[] chosen) {
    double own = 0;
    for (int i = 0; i < chosen.length; i++) {
      own += choices.get(i).get(chosen[i]).cost();
    }
    double length = new Timeline(merged(choices, chosen)).lengthSeconds();
    // nothing at all is no recap
    return length == 0 ? Double.MAX_VALUE : own + Math.abs(length - timeline.lengthSeconds());
  }

  /** The roomiest first. */
  private List<PickOptimizer> choices(Pick pick) {
    CutPoint before = points.get(0);
    CutPoint after = new CutPoint(filmEnd, filmEnd);
    CutPoint last = before;
    CutPoint next = after;
    for (CutPoint point : points) {
      if (point.in() <= pick.startSeconds() + SAME_SECONDS) {
        before = point;
      } else if (after.in() == filmEnd) {
        after = point;
      }
      if (point.out() < pick.endSeconds() - SAME_SECONDS) {
        last = point;
      } else if (next.in() == filmEnd) {
        next = point;
      }
    }
    List<PickOptimizer> choices = new ArrayList<>();
    for (double start : new double[] {before.in(), after.in()}) {
      for (CutPoint end : List.of(next, last)) {
        if (end.out() > start) {
          double lost =
              Math.max(0, start - pick.startSeconds()) + Math.max(0, pick.endSeconds() - end.out());
          int cut = (cutsCue(start) ? 1 : 0) + (cutsCue(end.out()) ? 1 : 0);
          choices.add(
              new PickOptimizer(
                  start, end.out(), end.in(), LOST_WEIGHT * lost + CUT_CUE_SECONDS * cut));
        }
      }
    }
    if (!isLocked(pick)) {
      choices.add(
          new PickOptimizer(
              pick.startSeconds(),
              pick.startSeconds(),
              pick.startSeconds(),
              LOST_WEIGHT * pick.lengthSeconds()));
    }
    return choices;
  }

  private boolean cutsCue(double seconds) {
    return cues.stream()
        .anyMatch(
            c ->
                c.startSeconds() + SAME_SECONDS < seconds
                    && seconds < c.endSeconds() - SAME_SECONDS);
  }

  private boolean isLocked(Pick pick) {
    return locked.stream()
        .anyMatch(
            r -> r.startSeconds() < pick.endSeconds() && pick.startSeconds() < r.endSeconds());
  }

  private List<Pick> merged(List<List<PickOptimizer>> choices, int[] chosen) {
    List<Pick> merged = new ArrayList<>();
    double keyframe = 0;
    for (int i = 0; i < chosen.length; i++) {
      PickOptimizer choice = choices.get(i).get(chosen[i]);
      if (choice.end() <= choice.start()) {
        continue;
      }
      Pick pick = timeline.picks().get(i);
      @Nullable Pick last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null
          && choice.start() >= last.startSeconds()
          && choice.start() <= keyframe + SAME_SECONDS) {
        Pick better = pick.score() > last.score() ? pick : last;
        double end = Math.max(last.endSeconds(), choice.end());
        keyframe = Math.max(keyframe, choice.keyframe());
        merged.set(
            merged.size() - 1,
            new Pick(last.startSeconds(), end, better.score(), better.reasons()));
      } else {
        merged.add(new Pick(choice.start(), choice.end(), pick.score(), pick.reasons()));
        keyframe = choice.keyframe();
      }
    }
    return merged;
  }
}
