package com.movierecap.media;

/**
 * What is said from one breath to the next, over one or several cues.
 *
 * @param salience how much it says about the film, 0..1
 */
public record Sentence(double startSeconds, double endSeconds, String text, double salience) {
  public boolean isQuestion() {
    String bare = text.strip();
    return bare.endsWith("?") || bare.endsWith("？") || bare.endsWith("؟");
  }
}
