package com.movierecap.media.ffmpeg;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Progress;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Timeline;
import java.nio.file.Path;

/** Writes a timeline as an MP4 with its captions, poster and storyboard. */
public final class RecapRenderer {
  /**
   * @param lengthSeconds of the MP4, as written
   * @param loudnessLufs integrated loudness of the MP4; -70 where silent
   */
  public record Rendition(double lengthSeconds, double loudnessLufs) {}

  /**
   * Writes {@code recap.mp4 recap.vtt poster.jpg storyboard.jpg storyboard.vtt} into {@code out}.
   */
  public Rendition render(
      Path film,
      MovieAnalysis analysis,
      Timeline timeline,
      RecapRequest request,
      Path out,
      Progress progress) {
    throw new UnsupportedOperationException();
  }
}
