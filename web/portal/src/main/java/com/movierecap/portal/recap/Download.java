package com.movierecap.portal.recap;

import com.movierecap.portal.media.SavedName;
import com.movierecap.recap.Recap;
import java.util.List;
import java.util.Map;

/** A file that somebody may take home; what a player asks for by itself is not among them. */
public record Download(String fileName, String key, long bytes) {
  /** In the order they are offered. */
  static final List<String> OFFERED =
      List.of(
          "recap.mp4",
          "recap.mkv",
          "recap.webm",
          "recap-source.mp4",
          "recap-16x9.mp4",
          "recap-9x16.mp4",
          "recap-1x1.mp4",
          "recap.vtt",
          "chapters.vtt",
          "synopsis.txt",
          "poster.jpg",
          "preview.webp",
          "storyboard.jpg",
          "storyboard.vtt",
          "recap.edl",
          "recap.otio",
          "recap.fcpxml",
          "recap.json");

  /**
   * Where nobody says a word, captions are a signature without cues and a synopsis is a line end.
   */
  private static final Map<String, Long> EMPTY =
      Map.of("recap.vtt", 10L, "chapters.vtt", 10L, "synopsis.txt", 2L);

  static List<Download> of(Recap recap) {
    return OFFERED.stream()
        .filter(name -> recap.outputs().getOrDefault(name, 0L) > EMPTY.getOrDefault(name, -1L))
        .filter(recap.outputs()::containsKey)
        .map(name -> new Download(name, key(name), recap.outputs().getOrDefault(name, 0L)))
        .toList();
  }

  /** As it lies among a reader's other files. */
  public String savedAs(String title) {
    return SavedName.of(title, fileName);
  }

  /** {@code output.recap-mp4}. */
  static String key(String fileName) {
    return "output." + fileName.replace('.', '-');
  }
}
