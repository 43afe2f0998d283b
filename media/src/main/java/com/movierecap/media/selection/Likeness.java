package com.movierecap.media.selection;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Sentence;
import com.movierecap.media.subtitles.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which moments would show the audience the same again: pictures that look alike, and nothing
 * else said with them. Two faces that talk in turn look alike too, but say different things.
 */
final class Likeness {
  /** Of 64 bits of the perceptual hash. */
  private static final int ALIKE_BITS = 10;

  /** Shared words, as a share of the words of both. */
  private static final double SAME_WORDS = 0.6;

  private final MovieAnalysis analysis;
  private final FrameGrid grid;
  private final long[] hashes;
  private @Nullable Words language;
  private final Map<Moment, Set<String>> words = new HashMap<>();

  Likeness(MovieAnalysis analysis, FrameGrid grid) {
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
    Set<String> said = said(a);
    Set<String> again = said(b);
    if (said.isEmpty() || again.isEmpty()) {
      return said.isEmpty() && again.isEmpty();
    }
    Set<String> both = new HashSet<>(said);
    both.retainAll(again);
    return both.size() >= SAME_WORDS * Math.max(said.size(), again.size());
  }

  /** Found only when it is needed: most films never show the same twice. */
  private Words language() {
    if (language == null) {
      language = Words.in(analysis.sentences().stream().map(Sentence::text).toList());
    }
    return language;
  }

  private Set<String> said(Moment moment) {
    return words.computeIfAbsent(
        moment,
        m -> {
          Set<String> found = new HashSet<>();
          List<Sentence> sentences = analysis.sentences();
          Words in = language();
          double from = grid.seconds(m.from());
          double to = grid.seconds(m.to());
          for (Sentence s : sentences) {
            if (s.startSeconds() < to && s.endSeconds() > from) {
              found.addAll(in.stems(s.text()));
            }
          }
          return found;
        });
  }
}
