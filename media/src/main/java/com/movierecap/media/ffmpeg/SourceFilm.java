package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.Json;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A film as the FFmpeg program will read it.
 *
 * @param demuxer of the container told by its first bytes
 * @param video index of the picture's stream
 * @param audio index of the sound's stream; null where silent
 * @param clockOffset seconds from FFmpeg's zero (the earliest stream) to ours (the first picture)
 * @param width in pixels as shown: square, after rotation
 * @param height in pixels as shown
 * @param transfer FFmpeg's name of the curve from light to values, such as {@code smpte2084}; empty
 *     where the film does not say
 * @param videoCodec FFmpeg's short name, such as {@code h264}
 * @param audioCodec FFmpeg's short name; null where silent
 */
public record SourceFilm(
    Path file,
    String demuxer,
    int video,
    @Nullable Integer audio,
    double clockOffset,
    int width,
    int height,
    boolean interlaced,
    String transfer,
    String videoCodec,
    @Nullable String audioCodec) {
  private static final double LONGEST_KEYFRAME_GAP = 10;

  private record Probe(List<Stream> streams, Format format) {}

  private record Format(@Nullable String startTime) {}

  private record Stream(
      int index,
      @Nullable String codecType,
      @Nullable String codecName,
      int width,
      int height,
      @Nullable String sampleAspectRatio,
      @Nullable String startTime,
      @Nullable String fieldOrder,
      @Nullable String colorTransfer,
      @Nullable Map<String, Integer> disposition,
      @Nullable List<SideData> sideDataList) {
    boolean is(String type) {
      return type.equals(codecType);
    }

    boolean cover() {
      return disposition != null && disposition.getOrDefault("attached_pic", 0) == 1;
    }
  }

  private record SideData(int rotation) {}

  /** Looks at the file's head and its streams; decodes nothing. */
  public static SourceFilm open(Path film) {
    String demuxer = FilmContainer.sniff(head(film)).demuxer();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-of",
            "json",
            "-show_entries",
            "stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,start_time"
                + ",field_order,color_transfer"
                + ":stream_disposition=attached_pic:stream_side_data=rotation:format=start_time"));
    arguments.addAll(new FfmpegInput(film, demuxer).arguments());
    Probe probe = Json.parse(FfmpegProgram.probe(arguments), Probe.class);
    @Nullable Stream video = null;
    @Nullable Stream audio = null;
    for (Stream stream : probe.streams()) {
      if (video == null && stream.is("video") && !stream.cover()) {
        video = stream;
      }
      if (audio == null && stream.is("audio")) {
        audio = stream;
      }
    }
    if (video == null) {
      throw new UnusableInputException(Reason.NO_VIDEO);
    }
    double offset = seconds(video.startTime()) - seconds(probe.format().startTime());
    int shownWidth = (int) Math.round(video.width() * aspect(video.sampleAspectRatio()));
    boolean turned = quarterTurned(video.sideDataList());
    return new SourceFilm(
        film,
        demuxer,
        video.index(),
        audio == null ? null : Integer.valueOf(audio.index()),
        offset,
        turned ? video.height() : shownWidth,
        turned ? shownWidth : video.height(),
        video.fieldOrder() != null && video.fieldOrder().matches("tt|bb|tb|bt"),
        Objects.requireNonNullElse(video.colorTransfer(), ""),
        Objects.requireNonNullElse(video.codecName(), ""),
        audio == null ? null : audio.codecName());
  }

  private static byte[] head(Path film) {
    try (InputStream in = Files.newInputStream(film)) {
      return in.readNBytes(FilmContainer.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(@Nullable String text) {
    return text == null || text.equals("N/A") ? 0 : Double.parseDouble(text);
  }

  /** {@code "64:45"}; FFmpeg says {@code "0:1"} or nothing where it is unknown. */
  private static double aspect(@Nullable String ratio) {
    if (ratio == null || !ratio.matches("[1-9]\\d*:[1-9]\\d*")) {
      return 1;
    }
    int colon = ratio.indexOf(':');
    return Double.parseDouble(ratio.substring(0, colon))
        / Double.parseDouble(ratio.substring(colon + 1));
  }

  private static boolean quarterTurned(@Nullable List<SideData> data) {
    return data != null && data.stream().anyMatch(d -> Math.abs(d.rotation()) % 180 == 90);
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
