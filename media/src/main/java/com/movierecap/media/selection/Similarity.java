package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which moments would show the audience the same again: pictures that look alike, and nothing
 * else said with them. Two faces that talk in turn look alike too, but say different things.
 */
final class Similarity {
  /** Of 64 bits of the perceptual hash. */
  private static final int ALIKE_BITS = 10;

  /** What both say, as a share of what the one says that says more. */
  private static final double SAME_SAID = 0.6;

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final MovieAnalysis analysis;
  private final FrameGrid grid;
  private final long[] hashes;
  private final Map<Moment, Set<String>> said = new HashMap<>();

  Similarity(MovieAnalysis analysis, FrameGrid grid) {
    this.analysis = analysis;
    this.grid = grid;
    this.hashes =
        analysis.shots().stream().mapToLong(s -> Long.parseUnsignedLong(s.hash(), 16)).toArray();
  }

  boolean alike(Moment a, Moment b) {
    if (a.shot() == b.shot() || a.touches(b)) {
      return false;
    }
    if (Long.bitCount(hashes[a.shot()] ^ hashes[b.shot()]) > ALIKE_BITS) {
      return false;
    }
    Set<String> once = said(a);
    Set<String> again = said(b);
    if (once.isEmpty() || again.isEmpty()) {
      return once.isEmpty() && again.isEmpty();
    }
    Set<String> both = new HashSet<>(once);
    both.retainAll(again);
    return both.size() >= SAME_SAID * Math.max(once.size(), again.size());
  }

  /** Letters in threes: they tell texts apart in any script, with no need for words. */
  private Set<String> said(Moment moment) {
    return said.computeIfAbsent(
        moment,
        m -> {
          Set<String> threes = new HashSet<>();
          double from = grid.seconds(m.from());
          double to = grid.seconds(m.to());
          for (Sentence s : analysis.sentences()) {
            if (s.startSeconds() < to && s.endSeconds() > from) {
              String letters = NO_LETTER.matcher(s.text().toLowerCase(Locale.ROOT)).replaceAll("");
              for (int i = 0; i + 3 <= letters.length(); i++) {
                threes.add(letters.substring(i, i + 3));
              }
            }
          }
          return threes;
        });
  }
}
