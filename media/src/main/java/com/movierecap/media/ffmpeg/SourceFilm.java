package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.TrackChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A film as the FFmpeg program will read it.
 *
 * @param probe what the file's head says
 * @param demuxer of the container told by its first bytes
 * @param video index of the picture's stream
 * @param audio index of the sound's stream; null where silent
 * @param zero where the film's own clock begins on the file's, in seconds: at the first picture
 * @param keyframes where decoding can begin, on the film's own clock, in order; empty where unknown
 * @param width in pixels as shown: square, after rotation
 * @param height in pixels as shown
 * @param videoCodec FFmpeg's short name, such as {@code h264}
 * @param audioCodec FFmpeg's short name; null where silent
 */
public record SourceFilm(
    FilmProbe probe,
    Path file,
    String demuxer,
    int video,
    @Nullable Integer audio,
    double zero,
    List<Double> keyframes,
    int width,
    int height,
    boolean interlaced,
    String videoCodec,
    @Nullable String audioCodec) {
  /** How often one tries to read a part of the film, each time from further back. */
  public static final int ATTEMPTS = 3;

  private static final Set<FilmContainer> UNINDEXED =
      EnumSet.of(FilmContainer.MPEG_TS, FilmContainer.MPEG_PS, FilmContainer.OGG);

  /** Where no keyframe is known. */
  private static final double LONGEST_KEYFRAME_GAP = 10;

  /** By how much a seek without an index may land late. */
  private static final double UNINDEXED_SECONDS = 2;

  /** Pictures that refresh bit by bit are whole after that long, as a rule. */
  private static final double FURTHER_BACK_SECONDS = 12;

  /** FFmpeg itself seeks somewhat earlier where pictures are reordered. */
  private static final double SEEK_TOLERANCE_SECONDS = 0.2;

  private static final double SETTLING_SECONDS = 0.5;
  private static final double SAME_SECONDS = 0.002;

  /** Looks at the file's head and its usual streams; decodes nothing. */
  public static SourceFilm open(Path film) {
    return open(probe(film, TrackChoice.USUAL), List.of(), false);
  }

  /**
   * Looks at the head of an analysed film.
   *
   * @param work folder for a copy, where the film's time stamps jump or are missing
   */
  public static SourceFilm open(Path film, MovieInfo movie, Path work) {
    FilmProbe probe = probe(film, TrackChoice.of(movie));
    if (probe.container().bare()) {
      return copied(BareFilm.copy(probe, work), movie);
    }
    return movie.rejoined()
        ? copied(RejoinedFilm.copy(probe, work), movie)
        : open(probe, movie.keyframeSeconds(), false).shaped(movie);
  }

  /** Looks at the head of a copy of what was read of an analysed film. */
  public static SourceFilm copied(Path copy, MovieInfo movie) {
    return open(probe(copy, TrackChoice.USUAL), movie.keyframeSeconds(), true).shaped(movie);
  }

  /** Where its shape changes, it is as large as most of it. */
  private SourceFilm shaped(MovieInfo movie) {
    return movie.shapes().isEmpty()
        ? this
        : new SourceFilm(
            probe,
            file,
            demuxer,
            video,
            audio,
            zero,
            keyframes,
            movie.width(),
            movie.height(),
            interlaced,
            videoCodec,
            audioCodec);
  }

  private static FilmProbe probe(Path film, TrackChoice tracks) {
    return FilmProbe.of(film, FilmContainer.sniff(head(film)), tracks);
  }

  private static SourceFilm open(FilmProbe probe, List<Double> keyframes, boolean rejoined) {
    FilmProbe.Picture picture = probe.picture();
    FilmProbe.@Nullable Sound sound = probe.sound();
    return new SourceFilm(
        probe,
        probe.file(),
        probe.container().demuxer(),
        picture.index(),
        sound == null ? null : sound.index(),
        FirstPicture.seconds(probe, rejoined),
        keyframes,
        picture.width(),
        picture.height(),
        picture.interlaced(),
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

  /** As FFmpeg numbers the time stamps of the file, which begin anywhere. */
  public double fileSeconds(double filmSeconds) {
    return zero + filmSeconds;
  }

  /**
   * Input that gives the picture at a time on the film's own clock and what follows, and some of
   * what precedes it: decoding begins with a keyframe. Time stamps are those of the file, since
   * moved ones are rounded to ticks, of which some films have one a picture.
   *
   * @param attempt 0, and one more each time that less came out than the film has
   * @param before options that go before the seek
   */
  public FfmpegInput pictures(double seconds, int attempt, String... before) {
    double target = attempt == 0 ? seconds : seconds - FURTHER_BACK_SECONDS;
    double key = keyBefore(target);
    double at;
    if (Double.isNaN(key)) {
      at = indexed() ? target : target - LONGEST_KEYFRAME_GAP;
    } else {
      // not behind the keyframe, where there may be points that only claim to be one
      at = indexed() ? Math.min(target, key + SEEK_TOLERANCE_SECONDS) : key - UNINDEXED_SECONDS;
    }
    boolean first = !keyframes.isEmpty() && key <= keyframes.get(0);
    return from(first || attempt >= ATTEMPTS - 1 ? 0 : at, before);
  }

  /**
   * Input that gives the sound at a time on the film's own clock and what follows, and some of what
   * precedes it, which decoders need to settle. Time stamps are those of the file.
   *
   * @param attempt 0, and one more each time that less came out than the film has
   */
  public FfmpegInput sound(double seconds, int attempt, String... before) {
    double back = indexed() ? SETTLING_SECONDS : UNINDEXED_SECONDS;
    double at = seconds - back - (attempt > 0 ? FURTHER_BACK_SECONDS : 0);
    return from(attempt >= ATTEMPTS - 1 ? 0 : at, before);
  }

  /**
   * @param seconds on the film's own clock; at zero and below reading begins with the file's first
   *     packet
   */
  private FfmpegInput from(double seconds, String... before) {
    List<String> options = new ArrayList<>(List.of(before));
    options.add("-copyts");
    if (seconds > 0) {
      options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1"));
      options.addAll(List.of("-ss", decimal(fileSeconds(seconds))));
    }
    return new FfmpegInput(file, demuxer, options);
  }

  /** The last keyframe at or before a time; not a number where none is known. */
  private double keyBefore(double seconds) {
    double key = keyframes.isEmpty() ? Double.NaN : keyframes.get(0);
    for (double k : keyframes) {
      if (k > seconds + SAME_SECONDS) {
        break;
      }
      key = k;
    }
    return key;
  }

  /** A seek finds the last keyframe before a time; elsewhere it lands somewhere near. */
  private boolean indexed() {
    return !UNINDEXED.contains(probe.container());
  }

  public static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
