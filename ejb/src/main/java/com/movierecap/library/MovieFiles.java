package com.movierecap.library;

import com.movierecap.storage.ObjectKey;
import java.util.UUID;

/** The objects that belong to a movie. */
public final class MovieFiles {
  private MovieFiles() {}

  public static ObjectKey film(UUID movie) {
    return ObjectKey.ofMovie(movie, "film");
  }

  public static ObjectKey subtitles(UUID movie) {
    return ObjectKey.ofMovie(movie, "subtitles");
  }

  public static ObjectKey analysis(UUID movie) {
    return ObjectKey.ofMovie(movie, "analysis.json");
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
