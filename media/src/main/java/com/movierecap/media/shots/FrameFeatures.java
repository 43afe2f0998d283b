package com.movierecap.media.shots;

import com.movierecap.media.film.SmallPicture;

/**
 * What is remembered of every picture once its pixels are gone.
 *
 * @param index of the picture in the film
 * @param intra coded without reference to others
 * @param score mean difference of luma and chroma to the decoded picture before
 * @param brightness mean luma, 0..255
 * @param contrast standard deviation of luma
 * @param brightest luma of the brightest spot, two pixels by two of a {@link SmallPicture}, 0..255
 */
public record FrameFeatures(
    long ticks,
    double seconds,
    boolean intra,
    float score,
    float brightness,
    float contrast,
    float brightest) {
  private static final double BLACK = 12;
  private static final double BLACK_CONTRAST = 1.5;

  /**
   * By that much, in luma, grain and coding leave black at most; a dark night leaves it by more.
   */
  private static final double DRAWN = 10;

  static FrameFeatures of(SmallPicture picture, Miniature small, float score) {
    int sum = 0;
    int squares = 0;
    // every third pixel: brightness and contrast are no matter of details
    int n = 0;
    for (int i = 0; i < Miniature.PIXELS; i += 3) {
      int value = small.luma[i] & 0xFF;
      sum += value;
      squares += value * value;
      n++;
    }
    double mean = sum / (double) n;
    double variance = squares / (double) n - mean * mean;
    int brightest = 0;
    for (byte value : small.luma) {
      brightest = Math.max(brightest, value & 0xFF);
    }
    // from video range to 0..255
    return new FrameFeatures(
        picture.ticks(),
        picture.seconds(),
        picture.intra(),
        score,
        (float) Math.max(0, (mean - 16) * 255 / 219),
        (float) (Math.sqrt(Math.max(0, variance)) * 255 / 219),
        Math.max(0, (brightest - 16) * 255 / 219f));
  }

  /** Nothing at all to be seen: a star, a lamp or a small title on black is something. */
  public boolean black() {
    return brightness < BLACK && contrast < BLACK_CONTRAST && brightest - brightness < DRAWN;
  }
}
