package com.movierecap.media;

import com.movierecap.media.Track.Kind;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a film is made of.
 *
 * @param durationSeconds from the first picture to the end of the last
 * @param width in pixels as shown, after rotation
 * @param height in pixels as shown, after rotation
 * @param frameRate pictures a second, from decoded timestamps
 * @param videoCodec FFmpeg's short name, such as {@code h264}
 * @param audioCodec FFmpeg's short name, or null where the film is silent
 * @param area the picture without black bars
 * @param keyframeSeconds where the film can be cut without encoding it again, in order
 * @param warnings what is odd about the film and was overcome, one English sentence each
 * @param tracks all pictures, sounds and subtitles in it, in the order of the file; empty in
 *     analyses made before they were told
 * @param original null in analyses made before it was told
 * @param rejoined its time stamps jump, and its times are those of a copy whose do not
 * @param shapes of its picture, and sizes, from time to time, the first from the start on; none
 *     where it has one shape; {@code width} and {@code height} are those of most of it
 */
public record MovieInfo(
    double durationSeconds,
    int width,
    int height,
    double frameRate,
    String videoCodec,
    @Nullable String audioCodec,
    PictureArea area,
    List<Double> keyframeSeconds,
    List<String> warnings,
    List<Track> tracks,
    @Nullable Original original,
    boolean rejoined,
    List<PictureShape> shapes) {

  public MovieInfo {
    // older analyses did not tell them
    tracks = List.copyOf(Objects.requireNonNullElse(tracks, List.of()));
    shapes = List.copyOf(Objects.requireNonNullElse(shapes, List.of()));
  }

  public MovieInfo withArea(PictureArea seen) {
    return copy(seen, warnings, tracks, rejoined);
  }

  /**
   * The same, but with another sound.
   *
   * @param number of its track
   * @throws UnusableInputException where there is none such
   */
  public MovieInfo hearing(int number) {
    return choosing(Kind.SOUND, number);
  }

  /**
   * The same, but with other subtitles of its own.
   *
   * @param number of their track
   * @throws UnusableInputException where there is none such
   */
  public MovieInfo reading(int number) {
    return choosing(Kind.SUBTITLES, number);
  }

  private MovieInfo choosing(Kind kind, int number) {
    List<Track> marked = new ArrayList<>();
    boolean found = false;
    for (Track track : tracks) {
      boolean chosen = track.chosen();
      if (track.kind() == kind) {
        chosen = track.number() == number;
        found |= chosen;
      }
      marked.add(track.marked(chosen));
    }
    if (!found && !tracks.isEmpty()) {
      throw new UnusableInputException(
          Reason.NO_SUCH_TRACK, "there is no " + kind.label() + " track " + number);
    }
    if (!found) {
      // an older analysis tells no tracks; the film will say whether it has this one
      marked.add(new Track(kind, number, "unknown", null, null, null, List.of(), true));
    }
    return copy(area, warnings, marked, rejoined);
  }

  /**
   * Of a film that was read from a copy.
   *
   * @param own the film's own tracks
   */
  public MovieInfo rejoined(List<Track> own) {
    return copy(area, warnings, own, true);
  }

  /**
   * The same where its shape changes: it is as large as most of it.
   *
   * @param seen in order; none where it does not change
   */
  public MovieInfo shaped(List<PictureShape> seen) {
    if (seen.isEmpty()) {
      return this;
    }
    PictureShape ratio = longest(seen, PictureShape::like, seen);
    PictureShape most =
        longest(seen, PictureShape::same, seen.stream().filter(s -> s.like(ratio)).toList());
    return new MovieInfo(
        durationSeconds,
        most.width(),
        most.height(),
        frameRate,
        videoCodec,
        audioCodec,
        area,
        keyframeSeconds,
        warnings,
        tracks,
        original,
        rejoined,
        seen);
  }

  /** Of some shapes the one that with its equals is shown for longest. */
  private PictureShape longest(
      List<PictureShape> seen,
      BiPredicate<PictureShape, PictureShape> equal,
      List<PictureShape> some) {
    PictureShape most = some.get(0);
    double longest = 0;
    for (PictureShape shape : some) {
      double seconds = 0;
      for (int i = 0; i < seen.size(); i++) {
        double end = i + 1 < seen.size() ? seen.get(i + 1).startSeconds() : durationSeconds;
        seconds += equal.test(seen.get(i), shape) ? end - seen.get(i).startSeconds() : 0;
      }
      if (seconds > longest) {
        longest = seconds;
        most = shape;
      }
    }
    return most;
  }

  /** The same with a warning more. */
  public MovieInfo warned(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return withWarnings(more);
  }

  /** The same with other warnings. */
  public MovieInfo withWarnings(List<String> others) {
    return copy(area, List.copyOf(others), tracks, rejoined);
  }

  private MovieInfo copy(
      PictureArea seen, List<String> said, List<Track> listed, boolean fromCopy) {
    return new MovieInfo(
        durationSeconds,
        width,
        height,
        frameRate,
        videoCodec,
        audioCodec,
        seen,
        keyframeSeconds,
        said,
        listed,
        original,
        fromCopy,
        shapes);
  }
}
