package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Timeline;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses the ranges that tell the story inside an exact length. Pure: same input, same picks. */
public final class PickSelector {
  /** Ends of the acts, as shares of the film; each gets its share of the recap. */
  private static final double[] ACT_ENDS = {0.2, 0.45, 0.7, 0.9, 1};

  private static final double WITHOUT_SPOILERS = 0.75;
  private static final double SHORTEST_SECONDS = 1.25;
  private static final double LONGEST_SHORTEST_SECONDS = 3;

  /**
   * @throws com.movierecap.media.UnusableInputException for a length of zero or below, or longer
   *     than the film
   */
  public Timeline select(MovieAnalysis analysis, RecapRequest request) {
    FrameGrid grid = new FrameGrid(analysis);
    int wanted = wanted(analysis, request, grid);
    if (wanted >= grid.frames()) {
      return timeline(analysis, grid, whole(grid.frames()));
    }
    // where so much is asked for that the ending cannot be kept out, as little as possible of it
    int end =
        request.spoilers()
            ? grid.frames()
            : Math.max(wanted, (int) Math.floor(WITHOUT_SPOILERS * grid.frames()));
    Weigher weigher = new Weigher(analysis);
    double shortest =
        Math.min(
            LONGEST_SHORTEST_SECONDS, Math.max(SHORTEST_SECONDS, request.lengthSeconds() / 12));
    int shortestFrames = Math.max(1, Math.min(wanted, grid.framesOf(shortest)));
    List<Moment> moments = Moments.of(analysis, grid, end, shortestFrames);
    double[] values = new double[moments.size()];
    for (int i = 0; i < values.length; i++) {
      Moment m = moments.get(i);
      double score = sum(weigher.reasons(grid.seconds(m.from()), grid.seconds(m.to())));
      // by its root, since a long moment is worth more than a short one but not twice
      values[i] = score * score * Math.sqrt(m.frames());
    }
    BitSet taken = byActs(moments, values, wanted, end);
    List<Moment> chosen = taken.stream().mapToObj(moments::get).toList();
    List<Moment> spare = new ArrayList<>();
    for (int i : ranked(values)) {
      if (!taken.get(i)) {
        spare.add(moments.get(i));
      }
    }
    BitSet frames = new Fitter(grid, end, chosen).fit(wanted, spare);
    return timeline(analysis, grid, frames, weigher);
  }

  private static int wanted(MovieAnalysis analysis, RecapRequest request, FrameGrid grid) {
    double seconds = request.lengthSeconds();
    if (!(seconds > 0)) {
      throw new UnusableInputException(Reason.LENGTH_NOT_POSITIVE);
    }
    if (seconds > analysis.movie().durationSeconds() + 0.5 / grid.frameRate()) {
      throw new UnusableInputException(Reason.LENGTH_TOO_LONG);
    }
    return Math.max(1, grid.framesOf(seconds));
  }

  /** What an act leaves over goes to the next, so that the last cannot be starved. */
  private static BitSet byActs(List<Moment> moments, double[] values, int wanted, int end) {
    BitSet taken = new BitSet();
    int left = wanted;
    int first = 0;
    double start = 0;
    int carried = 0;
    for (double actEnd : ACT_ENDS) {
      int last = first;
      while (last < moments.size()
          && (moments.get(last).from() + moments.get(last).to()) / 2.0 <= actEnd * end) {
        last++;
      }
      int room = Math.min(left, (int) Math.round(wanted * (actEnd - start)) + carried);
      int[] lengths = new int[last - first];
      double[] worth = new double[last - first];
      for (int i = first; i < last; i++) {
        lengths[i - first] = moments.get(i).frames();
        worth[i - first] = values[i];
      }
      int used = 0;
      BitSet here = Knapsack.fill(lengths, worth, room);
      for (int i = here.nextSetBit(0); i >= 0; i = here.nextSetBit(i + 1)) {
        taken.set(first + i);
        used += lengths[i];
      }
      carried = room - used;
      left -= used;
      first = last;
      start = actEnd;
    }
    return taken;
  }

  private static List<Integer> ranked(double[] values) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.<Integer>comparingDouble(i -> -values[i])
            .thenComparing(Comparator.naturalOrder()));
    return order;
  }

  private static BitSet whole(int frames) {
    BitSet all = new BitSet(frames);
    all.set(0, frames);
    return all;
  }

  private static Timeline timeline(MovieAnalysis analysis, FrameGrid grid, BitSet frames) {
    return timeline(analysis, grid, frames, new Weigher(analysis));
  }

  private static Timeline timeline(
      MovieAnalysis analysis, FrameGrid grid, BitSet frames, Weigher weigher) {
    List<Pick> picks = new ArrayList<>();
    int from = frames.nextSetBit(0);
    while (from >= 0) {
      int to = frames.nextClearBit(from);
      double start = grid.seconds(from);
      double end = grid.seconds(to);
      Map<String, Double> reasons = new TreeMap<>(weigher.reasons(start, end));
      picks.add(new Pick(start, end, sum(reasons), reasons));
      from = frames.nextSetBit(to);
    }
    return new Timeline(List.copyOf(picks));
  }

  private static double sum(Map<String, Double> reasons) {
    return reasons.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
