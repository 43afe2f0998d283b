package com.movierecap.media.analysis;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Progress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at a film once, from its first picture to its last. */
public final class FilmAnalyser {
  /**
   * @param subtitles SubRip, WebVTT or ASS beside the film, or null
   * @param accurate decode every picture instead of leaving non-reference pictures out
   * @throws com.movierecap.media.UnusableInputException where film or subtitles cannot be used
   */
  public MovieAnalysis analyse(
      Path film, @Nullable Path subtitles, boolean accurate, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
