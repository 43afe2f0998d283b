package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Sequence;
import com.movierecap.media.rendering.CutEncoder.Encoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins the encoded cuts with the sound: an MP4 of each shape and both streams for players, in one
 * run that encodes nothing.
 */
final class Muxer {
  /** At least; a segment ends with the key picture after it. */
  private static final String SEGMENT_SECONDS = "3";

  private final List<Encoded> encoded;
  private final FrameRate rate;
  private final @Nullable Path sound;
  private final TextTracks texts;
  private final boolean captions;
  private final Path work;

  /**
   * @param sound AAC in an MP4; null where the film is silent
   * @param captions whether the MP4s get a track of them
   */
  Muxer(
      List<Encoded> encoded,
      FrameRate rate,
      @Nullable Path sound,
      TextTracks texts,
      boolean captions,
      Path work) {
    this.encoded = encoded;
    this.rate = rate;
    this.sound = sound;
    this.texts = texts;
    this.captions = captions;
    this.work = work;
  }

  void write(List<Shape> shapes, Path out) throws IOException {
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      int shape = i;
      inputs.addAll(concat("shape" + i, e -> e.shapes().get(shape)));
    }
    inputs.addAll(concat("low", Encoded::low));
    int next = shapes.size() + 1;
    List<String> audio = List.of();
    if (sound != null) {
      inputs.addAll(new FfmpegInput(sound, "mp4").arguments());
      audio = List.of("-map", next++ + ":a", "-c:a", "copy");
    }
    List<String> text = List.of();
    if (captions) {
      inputs.addAll(new FfmpegInput(texts.vtt(), "webvtt").arguments());
      text = texts.track(next++);
    }
    inputs.addAll(new FfmpegInput(texts.metadata(), "ffmetadata").arguments());
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      outputs.addAll(List.of("-map", i + ":v", "-c:v", "copy"));
      outputs.addAll(audio);
      outputs.addAll(text);
      outputs.addAll(List.of("-map_metadata:g", "-1", "-map_chapters", String.valueOf(next)));
      outputs.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
      outputs.add(out.resolve(shapes.get(i).file()).toString());
    }
    outputs.addAll(stream(0, audio, HlsMaster.HIGH, out));
    outputs.addAll(stream(shapes.size(), audio, HlsMaster.LOW, out));
    inputs.addAll(outputs);
    FfmpegProgram.run(inputs);
  }

  private static List<String> stream(int input, List<String> audio, String name, Path out) {
    List<String> arguments = new ArrayList<>(List.of("-map", input + ":v", "-c:v", "copy"));
    arguments.addAll(audio);
    arguments.addAll(
        List.of(
            "-map_metadata",
            "-1",
            "-map_chapters",
            "-1",
            "-f",
            "hls",
            "-hls_time",
            SEGMENT_SECONDS,
            "-hls_playlist_type",
            "vod",
            "-hls_segment_type",
            "fmp4",
            "-hls_flags",
            "single_file+independent_segments",
            "-hls_segment_filename",
            out.resolve(name + ".mp4").toString(),
            out.resolve(name + ".m3u8").toString()));
    return arguments;
  }

  private List<String> concat(String name, Function<Encoded, Path> video) throws IOException {
    List<Sequence.Part> parts =
        encoded.stream()
            .map(e -> new Sequence.Part(video.apply(e), rate.seconds(e.cut().frames())))
            .toList();
    return Sequence.of(parts, work.resolve(name + ".ffconcat")).arguments();
  }
}
