package com.movierecap.media.ffmpeg;

import com.movierecap.media.Track;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.subtitles.Cues;
import com.movierecap.media.subtitles.SubtitleParser;
import com.movierecap.media.subtitles.SubtitleTrack;
import com.movierecap.media.subtitles.Subtitles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cues of a film's own subtitle tracks, in the format they have: what FFmpeg turns into another
 * loses what is drawing and what is text.
 */
public final class EmbeddedCues {
  /** More than any film's words take, with all that may be between them. */
  private static final long MOST_BYTES = 64 << 20;

  private EmbeddedCues() {}

  /**
   * @param zero film time zero, on the file's clock, in seconds
   * @return those made of text that can be read, in the order of the film; none where it has none
   */
  public static List<SubtitleTrack> of(FilmProbe film, double zero) {
    List<Track> tracks = film.tracks().stream().filter(Track::isText).toList();
    if (tracks.isEmpty()) {
      return List.of();
    }
    try (ScratchFolder folder = new ScratchFolder()) {
      write(film, tracks, folder);
      return tracks.stream().flatMap(track -> read(track, folder, zero).stream()).toList();
    }
  }

  /** All at once, since each reads the film from end to end. */
  private static void write(FilmProbe film, List<Track> tracks, ScratchFolder folder) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        new FfmpegInput(film.file(), film.container().demuxer(), "-copyts").arguments());
    for (Track track : tracks) {
      arguments.addAll(List.of("-map", "0:s:" + (track.number() - 1)));
      arguments.addAll(form(track.codec()));
      arguments.add(file(track, folder).toString());
    }
    try {
      FfmpegProgram.run(arguments);
    } catch (FfmpegException e) {
      // a film is worth a recap without its damaged subtitles, and one track with them not all
      tracks.forEach(track -> file(track, folder).toFile().delete());
      if (tracks.size() > 1) {
        tracks.forEach(track -> write(film, List.of(track), folder));
      }
    }
  }

  private static Optional<SubtitleTrack> read(Track track, ScratchFolder folder, double zero) {
    Path file = file(track, folder);
    try {
      if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      Subtitles read = SubtitleParser.parse(Files.readAllBytes(file));
      Subtitles words = read.with(Cues.retimed(read.cues(), 1, -zero));
      return Optional.of(new SubtitleTrack(track.number(), words));
    } catch (UnusableInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Track track, ScratchFolder folder) {
    return folder.path().resolve("words-" + track.number());
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
