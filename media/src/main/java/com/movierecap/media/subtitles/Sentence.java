package com.movierecap.media.subtitles;

/** What is said from one breath to the next, over one or several cues. */
public record Sentence(double startSeconds, double endSeconds, String text) {
  public boolean isQuestion() {
    String bare = text.strip();
    return bare.endsWith("?") || bare.endsWith("？") || bare.endsWith("؟");
  }
}
