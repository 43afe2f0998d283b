package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What the reader of a format comes upon, in any order. */
final class FoundCues {
  /** An end that the next cue's start decides. */
  static final double OPEN = Double.NaN;

  /** Longer than that no cue stays because nobody said when it ends. */
  private static final double LONGEST_OPEN_SECONDS = 6;

  /** Of a cue's text, with all of its markup; the rest is never looked at. */
  private static final int LONGEST_RAW = 50_000;

  private final List<Cue> cues = new ArrayList<>();
  private int dropped;

  /** Markup of a cue that may be looked at. */
  static String limited(String raw) {
    return raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
  }

  /** Of a cue without words nothing is lost, so it is not counted. */
  void add(OptionalDouble start, OptionalDouble end, String text) {
    if (text.isBlank()) {
      return;
    }
    boolean timed = start.isPresent() && end.isPresent() && start.getAsDouble() >= 0;
    if (timed && !(end.getAsDouble() <= start.getAsDouble())) {
      cues.add(new Cue(start.getAsDouble(), end.getAsDouble(), text));
    } else {
      dropped++;
    }
  }

  void add(double start, double end, String text) {
    add(OptionalDouble.of(start), OptionalDouble.of(end), text);
  }

  /** One that has words, and no time that could be read. */
  void drop() {
    dropped++;
  }

  void takeAll(FoundCues others) {
    cues.addAll(others.cues);
    dropped += others.dropped;
  }

  int dropped() {
    return dropped;
  }

  /** In order of their starts, each with an end. */
  List<Cue> cues() {
    List<Cue> sorted = cues.stream().sorted(Comparator.comparingDouble(Cue::startSeconds)).toList();
    List<Cue> closed = new ArrayList<>(sorted);
    double next = Double.POSITIVE_INFINITY;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      Cue cue = sorted.get(i);
      if (i + 1 < sorted.size() && sorted.get(i + 1).startSeconds() > cue.startSeconds()) {
        next = sorted.get(i + 1).startSeconds();
      }
      if (Double.isNaN(cue.endSeconds())) {
        double end = Math.min(next, cue.startSeconds() + LONGEST_OPEN_SECONDS);
        closed.set(i, new Cue(cue.startSeconds(), end, cue.text()));
      }
    }
    return closed;
  }
}
