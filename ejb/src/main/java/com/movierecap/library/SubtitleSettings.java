package com.movierecap.library;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.SubtitleReport.Timing;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.subtitles.SubtitleInput;
import org.jspecify.annotations.Nullable;

/**
 * How a file of subtitles is read.
 *
 * @param encoding name of the one that it is written in; null to find out
 * @param timing how its times are moved
 */
public record SubtitleSettings(@Nullable String encoding, Timing timing) {
  public static final SubtitleSettings USUAL = new SubtitleSettings(null, Timing.AS_WRITTEN);

  /**
   * @param encoding null or empty to find out
   * @param offsetSeconds to add to each time; null for none
   * @param stretch to multiply each time with first; null for none
   * @throws ProblemException where there is no such encoding, or the times cannot be meant
   */
  public static SubtitleSettings of(
      @Nullable String encoding, @Nullable Double offsetSeconds, @Nullable Double stretch) {
    var timing =
        new Timing(stretch == null ? 1 : stretch, offsetSeconds == null ? 0 : offsetSeconds);
    if (!timing.isPlausible()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "0.5 ≤ stretch ≤ 2, |offset_seconds| ≤ 360000");
    }
    if (encoding == null || encoding.isBlank()) {
      return new SubtitleSettings(null, timing);
    }
    try {
      SubtitleInput.charset(encoding);
    } catch (UnusableInputException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "encoding: windows-1252, …");
    }
    return new SubtitleSettings(encoding.strip(), timing);
  }
}
