package com.movierecap.portal.recap;

import com.movierecap.media.Pick;
import com.movierecap.media.TimeRange;
import com.movierecap.portal.library.Storyboard;
import com.movierecap.portal.library.Storyboard.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pick, as the page explains it.
 *
 * @param at where it begins in the recap, in seconds
 * @param share of the recap's length, as a CSS number
 * @param reasons strongest first; empty where a hand chose
 * @param kept whether somebody wished it to stay, whatever else is chosen
 */
public record PickCard(
    int number,
    double at,
    double start,
    double end,
    String share,
    double score,
    List<Reason> reasons,
    @Nullable Tile tile,
    boolean kept) {

  /**
   * One reason.
   *
   * @param name {@code dialogue sound picture structure}
   * @param points as the pick has it
   * @param percent of the strongest reason of all picks, for the bar
   */
  public record Reason(String name, double points, int percent) {
    public String key() {
      return "pick.reason." + name;
    }
  }

  public double length() {
    return end - start;
  }

  /** The sentence that names the strongest reason. */
  public String becauseKey() {
    return reasons.isEmpty() || reasons.get(0).points() <= 0
        ? "pick.because.hand"
        : "pick.because." + reasons.get(0).name();
  }

  static List<PickCard> of(List<Pick> picks, List<TimeRange> kept, Storyboard storyboard) {
    double strongest =
        picks.stream()
            .flatMap(p -> p.reasons().values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    double whole = picks.stream().mapToDouble(Pick::lengthSeconds).sum();
    var cards = new ArrayList<PickCard>();
    double at = 0;
    for (var pick : picks) {
      cards.add(
          new PickCard(
              cards.size() + 1,
              at,
              pick.startSeconds(),
              pick.endSeconds(),
              String.format(Locale.ROOT, "%.4f", pick.lengthSeconds() / whole * 100),
              pick.score(),
              reasons(pick, strongest <= 0 ? 1 : strongest),
              storyboard.at(pick.startSeconds()).orElse(null),
              kept.stream().anyMatch(range -> isMostlyIn(pick, range))));
      at += pick.lengthSeconds();
    }
    return List.copyOf(cards);
  }

  /** A kept range need not come back as one pick, nor to the very picture. */
  private static boolean isMostlyIn(Pick pick, TimeRange range) {
    double shared =
        Math.min(pick.endSeconds(), range.endSeconds())
            - Math.max(pick.startSeconds(), range.startSeconds());
    return shared > pick.lengthSeconds() / 2;
  }

  private static List<Reason> reasons(Pick pick, double strongest) {
    return pick.reasons().entrySet().stream()
        .map(
            e ->
                new Reason(
                    e.getKey(),
                    e.getValue(),
                    (int) Math.round(Math.max(0, e.getValue()) / strongest * 100)))
        .sorted(Comparator.comparingDouble(Reason::points).reversed())
        .toList();
  }
}
