package com.movierecap.media;

import java.util.List;

/**
 * One run of the camera, from a boundary to the next.
 *
 * @param index counted from zero in film order
 * @param startFrame index of its first picture in presentation order, from zero
 * @param transition how it begins
 * @param kind what it shows; only {@link Kind#STORY} belongs in a recap
 * @param keySeconds time of the picture that stands for it best
 * @param hash perceptual hash of that picture, 16 hexadecimal digits: the signs of its 64 lowest
 *     cosine terms; two that differ in ten bits or fewer look alike
 * @param focus where the eye is drawn, in order of time; empty means the middle
 * @param features what was seen and heard in it, each ranked 0..1 within the film
 */
public record Shot(
    int index,
    double startSeconds,
    double endSeconds,
    long startFrame,
    Transition transition,
    Kind kind,
    double keySeconds,
    String hash,
    List<Focus> focus,
    Features features) {

  public enum Transition {
    START,
    CUT,
    FADE,
    DISSOLVE
  }

  public enum Kind {
    STORY,
    BLACK,
    LOGO,
    TITLE,
    CREDITS
  }

  /**
   * A place in the picture as shown, black bars included.
   *
   * @param seconds on the film's clock
   * @param x 0 left to 1 right
   * @param y 0 top to 1 bottom
   */
  public record Focus(double seconds, double x, double y) {}

  /**
   * Each value is 0..1, by rank within the film except {@code speech}, {@code brightness} and
   * {@code faces}.
   *
   * @param motion mean difference of neighbouring pictures
   * @param colour Hasler-Süsstrunk colourfulness
   * @param sharpness variance of the Laplacian
   * @param novelty mean distance to the most similar other shots
   * @param loudness short-term loudness
   * @param speech share of the shot in which somebody speaks (cue times, else sound)
   * @param brightness mean luma, 0 black to 1 white (not a rank)
   * @param faces share of the looked-at pictures with a face; 0 where no detector is at hand
   * @param music energy of sustained tones
   * @param effects energy of sudden sounds
   */
  public record Features(
      double motion,
      double colour,
      double sharpness,
      double novelty,
      double loudness,
      double speech,
      double brightness,
      double faces,
      double music,
      double effects) {}

  public double lengthSeconds() {
    return endSeconds - startSeconds;
  }

  /** The same with other words in it. */
  public Shot withSpeech(double share) {
    Features f = features;
    return new Shot(
        index,
        startSeconds,
        endSeconds,
        startFrame,
        transition,
        kind,
        keySeconds,
        hash,
        focus,
        new Features(
            f.motion,
            f.colour,
            f.sharpness,
            f.novelty,
            f.loudness,
            share,
            f.brightness,
            f.faces,
            f.music,
            f.effects));
  }
}
