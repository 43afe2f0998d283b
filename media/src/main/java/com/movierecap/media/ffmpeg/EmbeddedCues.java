package com.movierecap.media.ffmpeg;

import com.movierecap.media.Track;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.subtitles.Cues;
import com.movierecap.media.subtitles.SubtitleParser;
import com.movierecap.media.subtitles.Subtitles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cues of a film's own subtitle track, in the format it has: what FFmpeg turns into another
 * loses what is drawing and what is text.
 */
public final class EmbeddedCues {
  private EmbeddedCues() {}

  /**
   * @param zero film time zero, on the file's clock, in seconds
   * @return empty where the film has no subtitles made of text
   */
  public static Optional<Subtitles> of(FilmProbe film, double zero) {
    @Nullable Integer track = film.text();
    if (track == null) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        new FfmpegInput(film.file(), film.container().demuxer(), "-copyts").arguments());
    arguments.addAll(List.of("-map", "0:" + track));
    arguments.addAll(form(codec(film)));
    arguments.add("pipe:1");
    byte[] file;
    try {
      file = FfmpegProgram.read(arguments);
    } catch (FfmpegException e) {
      // a film is worth a recap without its damaged subtitles
      return Optional.empty();
    }
    try {
      Subtitles read = SubtitleParser.parse(file);
      return Optional.of(read.with(Cues.retimed(read.cues(), 1, -zero)));
    } catch (UnusableInputException e) {
      return Optional.empty();
    }
  }

  private static String codec(FilmProbe film) {
    return film.tracks().stream()
        .filter(t -> t.kind() == Track.Kind.SUBTITLES && t.chosen())
        .map(Track::codec)
        .findFirst()
        .orElse("");
  }

  /** Plain text stays as it is; only QuickTime's has its styles beside it. */
  private static List<String> form(String codec) {
    return switch (codec) {
      case "ass", "ssa" -> List.of("-c:s", "copy", "-f", "ass");
      case "webvtt" -> List.of("-c:s", "copy", "-f", "webvtt");
      case "subrip", "srt", "text" -> List.of("-c:s", "copy", "-f", "srt");
      default -> List.of("-c:s", "text", "-f", "srt");
    };
  }
}
