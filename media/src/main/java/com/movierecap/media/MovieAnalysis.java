package com.movierecap.media;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a film: every recap, preview and edit works from this alone.
 *
 * @param version of this document's shape, {@link #VERSION}
 * @param accuracy how closely the film was looked at
 * @param acts the film in five parts, in order, without gaps
 * @param turningPoints stretches in which stories turn, in order
 * @param black stretches in which nothing is seen, of a blink and longer, in order: the middle of a
 *     fade, and shots of {@link Shot.Kind#BLACK}
 * @param sound null where the film is silent
 * @param subtitles where the cues come from; null where the film has none, and in analyses that are
 *     older than this report
 * @param cues subtitles in film order, cleaned; empty where the film has none. Where two people
 *     speak at once they overlap
 * @param sentences what the cues say, joined and weighed, in order
 * @param posterSeconds time of the picture that stands for the film best
 */
public record MovieAnalysis(
    int version,
    Accuracy accuracy,
    MovieInfo movie,
    List<Shot> shots,
    List<Scene> scenes,
    List<TimeRange> acts,
    List<TurningPoint> turningPoints,
    List<TimeRange> black,
    @Nullable Sound sound,
    @Nullable SubtitleReport subtitles,
    List<Cue> cues,
    List<Sentence> sentences,
    double posterSeconds) {
  public static final int VERSION = 3;

  public MovieAnalysis {
    // the second version did not tell it
    black = Objects.requireNonNullElse(black, List.of());
  }

  /** The same, but to be rendered with another sound. */
  public MovieAnalysis hearing(int track) {
    return new MovieAnalysis(
        version,
        accuracy,
        movie.hearing(track),
        shots,
        scenes,
        acts,
        turningPoints,
        black,
        sound,
        subtitles,
        cues,
        sentences,
        posterSeconds);
  }
}
