package com.movierecap.media;

/**
 * One run of the camera, from a boundary to the next.
 *
 * @param index counted from zero in film order
 * @param startFrame index of its first picture in presentation order, from zero
 * @param transition how it begins
 * @param features what was seen and heard in it, each ranked 0..1 within the film
 */
public record Shot(
    int index,
    double startSeconds,
    double endSeconds,
    long startFrame,
    Transition transition,
    Features features) {

  public enum Transition {
    START,
    CUT,
    FADE,
    DISSOLVE
  }

  /**
   * Each value is 0..1, by rank within the film except {@code speech}, a share of the shot's time.
   *
   * @param motion mean difference of neighbouring pictures
   * @param colour Hasler-Süsstrunk colourfulness
   * @param sharpness variance of the Laplacian
   * @param novelty mean distance to the most similar other shots
   * @param loudness short-term loudness
   * @param speech share of the shot in which somebody speaks (cue times, else sound)
   * @param brightness mean luma, 0 black to 1 white (not a rank)
   */
  public record Features(
      double motion,
      double colour,
      double sharpness,
      double novelty,
      double loudness,
      double speech,
      double brightness) {}

  public double lengthSeconds() {
    return endSeconds - startSeconds;
  }
}
