package com.movierecap.media.ffmpeg;

import com.movierecap.media.Cue;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.subtitles.SubtitleParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cues of a film's own subtitle track, whatever its format: FFmpeg turns them into SubRip. */
public final class EmbeddedCues {
  private EmbeddedCues() {}

  /**
   * @param zero film time zero, on the file's clock, in seconds
   * @return in order; empty where the film has no subtitles made of text
   */
  public static List<Cue> of(FilmProbe film, double zero) {
    @Nullable Integer track = film.text();
    if (track == null) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        new FfmpegInput(film.file(), film.container().demuxer(), "-copyts").arguments());
    arguments.addAll(List.of("-map", "0:" + track, "-f", "srt", "pipe:1"));
    byte[] srt;
    try {
      srt = FfmpegProgram.read(arguments);
    } catch (FfmpegException e) {
      // a film is worth a recap without its damaged subtitles
      return List.of();
    }
    try {
      return SubtitleParser.parse(srt).stream()
          .map(c -> new Cue(c.startSeconds() - zero, c.endSeconds() - zero, c.text()))
          .toList();
    } catch (UnusableInputException e) {
      return List.of();
    }
  }
}
