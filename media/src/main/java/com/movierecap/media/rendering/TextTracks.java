package com.movierecap.media.rendering;

import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.captions.CaptionTrack;
import com.movierecap.media.subtitles.FilmLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The recap's captions and chapters, which are the same however its pictures are made.
 *
 * @param vtt the captions
 * @param language of the captions; null where it cannot be told
 * @param metadata the chapters as FFmpeg reads them
 */
record TextTracks(CaptionTrack captions, Path vtt, @Nullable Locale language, Path metadata) {
  /**
   * Writes {@code recap.vtt chapters.vtt} into {@code out}.
   *
   * @param work folder for what is between
   */
  static TextTracks write(CutList list, MovieAnalysis analysis, Path out, Path work)
      throws IOException {
    CaptionTrack captions = CaptionTrack.of(analysis.cues(), list.heard());
    Path vtt = out.resolve("recap.vtt");
    captions.write(vtt);
    Chapters chapters = Chapters.of(list, analysis.scenes(), analysis.sentences());
    chapters.writeWebVtt(out.resolve("chapters.vtt"));
    Path metadata = work.resolve("chapters.ffmetadata");
    chapters.writeMetadata(metadata);
    @Nullable Locale language =
        FilmLanguage.told(analysis.cues().stream().map(Cue::text).toList())
            .map(FilmLanguage::locale)
            .orElse(null);
    return new TextTracks(captions, vtt, language, metadata);
  }

  /** Do captions travel inside the film file? Not where there are none to show. */
  boolean soft(Rendering rendering) {
    return rendering.captions() == Captions.SOFT && !captions.cues().isEmpty();
  }

  /**
   * Arguments for a text track in an MP4.
   *
   * @param input number of the one that reads {@link #vtt}
   */
  List<String> track(int input) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-map", input + ":s", "-c:s", "mov_text", "-disposition:s:0", "default"));
    if (language != null) {
      arguments.addAll(List.of("-metadata:s:s:0", "language=" + language.getISO3Language()));
    }
    return arguments;
  }
}
