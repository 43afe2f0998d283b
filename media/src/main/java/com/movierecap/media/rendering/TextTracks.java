package com.movierecap.media.rendering;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.captions.CaptionTrack;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The recap's captions and chapters, which are the same however its pictures are made.
 *
 * @param metadata the chapters as FFmpeg reads them
 */
record TextTracks(CaptionTrack captions, Path metadata) {
  /**
   * Writes {@code recap.vtt chapters.vtt} into {@code out}.
   *
   * @param work folder for what is between
   */
  static TextTracks write(CutList list, MovieAnalysis analysis, Path out, Path work)
      throws IOException {
    CaptionTrack captions = CaptionTrack.of(analysis.cues(), list.heard());
    captions.write(out.resolve("recap.vtt"));
    Chapters chapters = Chapters.of(list, analysis.scenes());
    chapters.writeWebVtt(out.resolve("chapters.vtt"));
    Path metadata = work.resolve("chapters.ffmetadata");
    chapters.writeMetadata(metadata);
    return new TextTracks(captions, metadata);
  }

  /** Do captions travel inside the film file? Not where there are none to show. */
  boolean soft(Rendering rendering) {
    return rendering.captions() == Captions.SOFT && !captions.cues().isEmpty();
  }
}
