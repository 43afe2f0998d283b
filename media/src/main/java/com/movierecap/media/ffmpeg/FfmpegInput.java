package com.movierecap.media.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file the FFmpeg program may read. The demuxer is always forced and nothing but files and pipes
 * may be opened: left to itself FFmpeg follows a playlist named {@code .mp4} to any address in it.
 *
 * @param demuxer FFmpeg's name of the container, such as {@code mov} or {@code matroska}
 * @param options what goes before {@code -i}, such as {@code -ss}
 */
public record FfmpegInput(Path file, String demuxer, List<String> options) {
  public FfmpegInput(Path file, String demuxer, String... options) {
    this(file, demuxer, List.of(options));
  }

  /** As arguments of {@code ffmpeg} and {@code ffprobe} alike. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-protocol_whitelist", "file,pipe", "-f", demuxer));
    arguments.addAll(options);
    arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
    return arguments;
  }
}
