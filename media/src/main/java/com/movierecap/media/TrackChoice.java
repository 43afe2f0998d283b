package com.movierecap.media;

import com.movierecap.media.Track.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which of a film's tracks are read, by their {@link Track#number}; null leaves it to the film: the
 * usual one, and none made for a few.
 */
public record TrackChoice(
    @Nullable Integer picture, @Nullable Integer sound, @Nullable Integer subtitles) {
  public static final TrackChoice USUAL = new TrackChoice(null, null, null);

  public static TrackChoice of(@Nullable Integer sound, @Nullable Integer subtitles) {
    return new TrackChoice(null, sound, subtitles);
  }

  /** Those that were read when the film was analysed. */
  public static TrackChoice of(MovieInfo movie) {
    return new TrackChoice(
        chosen(movie, Kind.PICTURE), chosen(movie, Kind.SOUND), chosen(movie, Kind.SUBTITLES));
  }

  private static @Nullable Integer chosen(MovieInfo movie, Kind kind) {
    return movie.tracks().stream()
        .filter(t -> t.kind() == kind && t.chosen())
        .map(Track::number)
        .findFirst()
        .orElse(null);
  }

  /** What is asked for of a kind. */
  public @Nullable Integer of(Kind kind) {
    return switch (kind) {
      case PICTURE -> picture;
      case SOUND -> sound;
      case SUBTITLES -> subtitles;
    };
  }
}
