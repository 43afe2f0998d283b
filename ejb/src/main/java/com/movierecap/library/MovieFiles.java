package com.movierecap.library;

import com.movierecap.storage.ObjectKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The objects that belong to a movie. */
public final class MovieFiles {
  private MovieFiles() {}

  public static ObjectKey film(UUID movie) {
    return ObjectKey.ofMovie(movie, "film");
  }

  /** The subtitles that were handed in, as they were last changed. */
  public static ObjectKey subtitles(Movie movie) {
    return subtitles(movie.id(), movie.words());
  }

  /**
   * @param words which of the film's words, or null for those it came with
   */
  static ObjectKey subtitles(UUID movie, @Nullable UUID words) {
    return ObjectKey.ofMovie(movie, words == null ? "subtitles" : "subtitles-" + words);
  }

  /** The words of all of the film's own tracks, whichever of them are in use. */
  static ObjectKey ownSubtitles(UUID movie) {
    return ObjectKey.ofMovie(movie, "own-subtitles.json");
  }

  /** What was found in the film, with its words as they were last changed. */
  public static ObjectKey analysis(Movie movie) {
    return analysis(movie.id(), movie.words());
  }

  /**
   * @param words which of the film's words, or null for those it came with
   */
  static ObjectKey analysis(UUID movie, @Nullable UUID words) {
    return ObjectKey.ofMovie(
        movie, words == null ? "analysis.json" : "analysis-" + words + ".json");
  }

  /** The pictures that the analysis leaves: what customers may fetch. */
  public enum Picture {
    POSTER("poster.jpg", "image/jpeg"),
    STORYBOARD("storyboard.jpg", "image/jpeg"),
    STORYBOARD_CUES("storyboard.vtt", "text/vtt");

    private final String fileName;
    private final String mediaType;

    Picture(String fileName, String mediaType) {
      this.fileName = fileName;
      this.mediaType = mediaType;
    }

    public String fileName() {
      return fileName;
    }

    public String mediaType() {
      return mediaType;
    }

    public ObjectKey of(UUID movie) {
      return ObjectKey.ofMovie(movie, fileName);
    }
  }
}
