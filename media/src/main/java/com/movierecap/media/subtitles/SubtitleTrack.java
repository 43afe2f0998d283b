package com.movierecap.media.subtitles;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of one of a film's own tracks.
 *
 * @param number of the track among the film's subtitles, from 1
 * @param words on the film's clock, as they are written
 */
public record SubtitleTrack(int number, Subtitles words) {
  /** The one of that number; empty for null, and where there is none such. */
  public static Optional<SubtitleTrack> numbered(
      @Nullable Integer number, List<SubtitleTrack> tracks) {
    return tracks.stream().filter(track -> Objects.equals(track.number, number)).findFirst();
  }
}
