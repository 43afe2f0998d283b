package com.movierecap.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Watermark.Corner;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a watermark; null leaves it as it is.
 *
 * @param picture a new one
 * @param corner where it lies
 * @param opacity up to 1, times the picture's own
 */
public record WatermarkChange(
    @Nullable WatermarkPicture picture, @Nullable Corner corner, @Nullable Double opacity) {
  /**
   * @param corner its label
   * @throws ProblemException where there is no such corner
   */
  public static WatermarkChange of(
      @Nullable WatermarkPicture picture, @Nullable String corner, @Nullable Double opacity) {
    try {
      return new WatermarkChange(picture, corner == null ? null : Corner.of(corner), opacity);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
