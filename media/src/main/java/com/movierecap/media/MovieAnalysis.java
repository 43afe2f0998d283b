package com.movierecap.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a film: every recap, preview and edit works from this alone.
 *
 * @param version of this document's shape, {@link #VERSION}
 * @param sound null where the film is silent
 * @param cues subtitles in film order, cleaned; empty where the film has none
 * @param posterSeconds time of the picture that stands for the film best
 */
public record MovieAnalysis(
    int version,
    MovieInfo movie,
    List<Shot> shots,
    List<Scene> scenes,
    @Nullable Sound sound,
    List<Cue> cues,
    double posterSeconds) {
  public static final int VERSION = 1;
}
