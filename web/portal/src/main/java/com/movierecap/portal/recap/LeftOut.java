package com.movierecap.portal.recap;

import com.movierecap.media.TimeRange;
import com.movierecap.portal.library.Storyboard;
import com.movierecap.portal.library.Storyboard.Tile;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was left out of a recap before and stays so until it is taken back.
 *
 * @param number from 1 on
 * @param start seconds in the film
 * @param end seconds in the film
 */
public record LeftOut(int number, double start, double end, @Nullable Tile tile) {
  /**
   * @param pictures read only where there is something to show
   */
  static List<LeftOut> of(List<TimeRange> excluded, Supplier<Storyboard> pictures) {
    if (excluded.isEmpty()) {
      return List.of();
    }
    var storyboard = pictures.get();
    return IntStream.range(0, excluded.size())
        .mapToObj(
            i -> {
              var range = excluded.get(i);
              var tile = storyboard.at(range.startSeconds()).orElse(null);
              return new LeftOut(i + 1, range.startSeconds(), range.endSeconds(), tile);
            })
        .toList();
  }

  TimeRange range() {
    return new TimeRange(start, end);
  }
}
