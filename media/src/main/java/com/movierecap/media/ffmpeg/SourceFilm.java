package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.TrackChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A film as the FFmpeg program will read it.
 *
 * @param probe what the file's head says
 * @param demuxer of the container told by its first bytes
 * @param video index of the picture's stream
 * @param audio index of the sound's stream; null where silent
 * @param startSeconds first time stamp of the picture on the file's own clock
 * @param clockOffset seconds from FFmpeg's zero (the earliest stream) to ours (the first picture)
 * @param width in pixels as shown: square, after rotation
 * @param height in pixels as shown
 * @param transfer FFmpeg's name of the curve from light to values, such as {@code smpte2084}; empty
 *     where the film does not say
 * @param videoCodec FFmpeg's short name, such as {@code h264}
 * @param audioCodec FFmpeg's short name; null where silent
 */
public record SourceFilm(
    FilmProbe probe,
    Path file,
    String demuxer,
    int video,
    @Nullable Integer audio,
    double startSeconds,
    double clockOffset,
    int width,
    int height,
    boolean interlaced,
    String transfer,
    String videoCodec,
    @Nullable String audioCodec) {
  private static final double LONGEST_KEYFRAME_GAP = 10;

  /** Looks at the file's head and its usual streams; decodes nothing. */
  public static SourceFilm open(Path film) {
    return open(film, TrackChoice.USUAL);
  }

  /**
   * Looks at the file's head and its streams; decodes nothing.
   *
   * @param tracks which are read
   */
  public static SourceFilm open(Path film, TrackChoice tracks) {
    FilmProbe probe = FilmProbe.of(film, FilmContainer.sniff(head(film)), tracks);
    FilmProbe.Picture picture = probe.picture();
    FilmProbe.@Nullable Sound sound = probe.sound();
    return new SourceFilm(
        probe,
        film,
        probe.container().demuxer(),
        picture.index(),
        sound == null ? null : sound.index(),
        picture.startSeconds(),
        picture.startSeconds() - probe.startSeconds(),
        picture.width(),
        picture.height(),
        picture.interlaced(),
        picture.transfer(),
        picture.codec(),
        sound == null ? null : sound.codec());
  }

  private static byte[] head(Path film) {
    try (InputStream in = Files.newInputStream(film)) {
      return in.readNBytes(FilmContainer.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How much earlier to begin decoding, in seconds. Program streams have no index: a seek lands on
   * any picture, and what depends on a keyframe before it cannot be decoded.
   */
  public double preroll() {
    return demuxer.startsWith("mpeg") ? LONGEST_KEYFRAME_GAP : 0;
  }

  /**
   * The film from a time on its own clock, seconds before it not decoded into anything.
   *
   * @param before options that go before the seek
   */
  public FfmpegInput from(double seconds, double length, String... before) {
    List<String> options = new ArrayList<>(List.of(before));
    options.addAll(List.of("-ss", decimal(seconds + clockOffset), "-t", decimal(length)));
    return new FfmpegInput(file, demuxer, options);
  }

  public static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
