package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
import com.movierecap.media.Timeline;
import com.movierecap.media.TurningPoint;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.selection.SplitEdits.SplitEdit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses the ranges that tell the story inside an exact length. Pure: same input, same picks. */
public final class PickSelector {
  /** Ends of the acts, as shares of what is told, where the analysis knows none. */
  private static final double[] ACT_ENDS = {0.2, 0.45, 0.7, 0.9, 1};

  /** Each act's share of the recap. */
  private static final double[] ACT_SHARES = {0.2, 0.25, 0.25, 0.2, 0.1};

  /** No longer stretch of the film is passed over. */
  private static final double LONGEST_GAP = 0.2;

  /** What a further moment of a scene is worth, against the one before it. */
  private static final double SCENE_DECAY = 0.85;

  private static final int FEW_SCENES = 8;

  /** A recap of fewer moments cannot call at every turning point. */
  private static final int FEW_MOMENTS = 8;

  /**
   * @throws com.movierecap.media.UnusableInputException for a length below a second, longer than
   *     the film, shorter than what is locked, or longer than what is left of the film
   */
  public Timeline select(MovieAnalysis analysis, RecapRequest request) {
    FrameGrid grid = new FrameGrid(analysis);
    int wanted = wanted(analysis, request, grid);
    Scope scope = Scope.of(analysis, request, grid, wanted);
    Scorer weigher = new Scorer(analysis, request.style());
    Tempo tempo = Tempo.of(request, grid, wanted, scope.end());
    List<Moment> moments =
        weighed(analysis, Moments.of(analysis, grid, scope, tempo), scope, grid, weigher);
    PickOptimizer choice =
        new PickOptimizer(moments, new Similarity(analysis, grid), scope, wanted);
    choice.fillActs(actEnds(analysis, grid, scope), ACT_SHARES);
    choice.dropRepeats();
    if (wanted >= FEW_MOMENTS * 2 * tempo.fastest()) {
      for (TurningPoint point : analysis.turningPoints()) {
        int from = grid.place(point.startSeconds());
        int to = Math.min(scope.end(), grid.place(point.endSeconds()));
        choice.visit(from, to);
      }
    }
    choice.closeGaps(scope.end(), (int) (LONGEST_GAP * grid.frames()));
    choice.spread(scope.end());
    LengthFitter fitter = new LengthFitter(grid, scope, choice.taken());
    BitSet frames = fitter.fit(wanted, choice.spare(), choice.repeats());
    SplitEdits splits = new SplitEdits(grid, scope);
    List<SplitEdit> edits = splits.of(frames);
    if (!edits.isEmpty()) {
      BitSet split = fitter.split(edits, wanted, choice.spare());
      if (split != null && splits.hold(split, edits)) {
        Map<Integer, Integer> tails = new HashMap<>();
        edits.forEach(e -> tails.put(e.place(), e.tail()));
        return timeline(grid, scope, split, tails, weigher);
      }
    }
    return timeline(grid, scope, frames, Map.of(), weigher);
  }

  private static int wanted(MovieAnalysis analysis, RecapRequest request, FrameGrid grid) {
    double seconds = request.lengthSeconds();
    if (!(seconds >= RecapRequest.SHORTEST_SECONDS)) {
      throw new UnusableInputException(Reason.LENGTH_NOT_POSITIVE);
    }
    if (seconds > analysis.movie().durationSeconds() + 0.5 / grid.frameRate()) {
      throw new UnusableInputException(Reason.LENGTH_TOO_LONG);
    }
    return Math.max(1, Math.min(grid.frames(), grid.framesOf(seconds)));
  }

  /** The acts of the film, or of the part of it that is told. */
  private static int[] actEnds(MovieAnalysis analysis, FrameGrid grid, Scope scope) {
    int[] ends = new int[ACT_ENDS.length];
    boolean known =
        analysis.acts().size() == ends.length
            && scope.end() > grid.place(analysis.acts().get(ends.length - 1).startSeconds());
    for (int i = 0; i < ends.length; i++) {
      ends[i] =
          known
              ? grid.place(analysis.acts().get(i).endSeconds())
              : (int) Math.round(ACT_ENDS[i] * scope.end());
    }
    return ends;
  }

  private static List<Moment> weighed(
      MovieAnalysis analysis,
      List<Moments.Range> ranges,
      Scope scope,
      FrameGrid grid,
      Scorer weigher) {
    List<Moment> moments = new ArrayList<>();
    for (Moments.Range range : ranges) {
      if (!scope.free(range.from(), range.to())) {
        continue;
      }
      double from = grid.seconds(range.from());
      double to = grid.seconds(range.to());
      double score = sum(weigher.reasons(from, to));
      // by its root, since a long moment is worth more than a short one but not twice
      double value = score * score * Math.sqrt(range.frames());
      int shot = mainShot(analysis.shots(), weigher.firstShot(from), from, to);
      moments.add(
          new Moment(range.from(), range.to(), value, shot, scene(analysis.scenes(), shot)));
    }
    return analysis.scenes().size() < FEW_SCENES ? moments : varied(moments);
  }

  /** Each further moment of a scene is worth less: a recap is to get around. */
  private static List<Moment> varied(List<Moment> moments) {
    Map<Integer, Integer> before = new HashMap<>();
    Moment[] varied = new Moment[moments.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < varied.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -moments.get(i).value()));
    for (int i : order) {
      Moment m = moments.get(i);
      int rank = before.merge(m.scene(), 1, Integer::sum) - 1;
      double value = m.value() * Math.pow(SCENE_DECAY, rank);
      varied[i] = new Moment(m.from(), m.to(), value, m.shot(), m.scene());
    }
    return List.of(varied);
  }

  private static int mainShot(List<Shot> shots, int first, double from, double to) {
    int best = Math.min(first, shots.size() - 1);
    double most = 0;
    for (int i = best; i < shots.size() && shots.get(i).startSeconds() < to; i++) {
      Shot shot = shots.get(i);
      double seen = Math.min(to, shot.endSeconds()) - Math.max(from, shot.startSeconds());
      if (seen > most) {
        most = seen;
        best = i;
      }
    }
    return best;
  }

  private static int scene(List<Scene> scenes, int shot) {
    int low = 0;
    int high = scenes.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Scene scene = scenes.get(middle);
      if (shot < scene.firstShot()) {
        high = middle - 1;
      } else if (shot > scene.lastShot()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /**
   * @param tails places at which a pick's sound runs on, and for how many pictures
   */
  private static Timeline timeline(
      FrameGrid grid, Scope scope, BitSet frames, Map<Integer, Integer> tails, Scorer weigher) {
    List<Pick> picks = new ArrayList<>();
    int from = frames.nextSetBit(0);
    while (from >= 0) {
      int to = pickEnd(grid, scope, frames, from);
      double start = grid.seconds(from);
      double end = grid.seconds(to);
      double tail = frames.get(to) ? 0 : grid.seconds(tails.getOrDefault(to, 0));
      Map<String, Double> reasons = new TreeMap<>(weigher.reasons(start, end));
      picks.add(new Pick(start, end, sum(reasons), reasons, tail));
      from = frames.nextSetBit(to);
    }
    return new Timeline(List.copyOf(picks));
  }

  /** What was locked stays a pick of its own, but for a splinter beside it that it takes along. */
  private static int pickEnd(FrameGrid grid, Scope scope, BitSet frames, int from) {
    boolean keeps = scope.locked(from);
    int to = scope.sideEnd(frames, from);
    while (frames.get(to)) {
      int end = scope.sideEnd(frames, to);
      boolean joins = keeps ? grid.splinter(end - to) : grid.splinter(to - from);
      if (!joins || (keeps && scope.locked(to))) {
        break;
      }
      keeps = true;
      to = end;
    }
    return to;
  }

  private static double sum(Map<String, Double> reasons) {
    double sum = reasons.values().stream().mapToDouble(Double::doubleValue).sum();
    return Math.round(1e4 * sum) / 1e4;
  }
}
