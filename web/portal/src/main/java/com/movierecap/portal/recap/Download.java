package com.movierecap.portal.recap;

import com.movierecap.recap.Recap;
import java.util.List;

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

  static List<Download> of(Recap recap) {
    return OFFERED.stream()
        .filter(recap.outputs()::containsKey)
        .map(name -> new Download(name, key(name), recap.outputs().getOrDefault(name, 0L)))
        .toList();
  }

  /** {@code output.recap-mp4}. */
  static String key(String fileName) {
    return "output." + fileName.replace('.', '-');
  }
}
