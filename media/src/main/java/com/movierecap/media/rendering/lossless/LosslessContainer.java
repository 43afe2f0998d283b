package com.movierecap.media.rendering.lossless;

import com.movierecap.media.ffmpeg.SourceFilm;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What copied packets go into: what browsers play best of all that the codecs permit. */
public enum LosslessContainer {
  WEBM("recap.webm", "webm", "matroska", Set.of("vp8", "vp9", "av1"), Set.of("vorbis", "opus")),
  MP4(
      "recap.mp4",
      "mp4",
      "mp4",
      Set.of("h264", "hevc", "vvc", "av1", "vp9", "mpeg4"),
      Set.of("aac", "mp3", "ac3", "eac3", "opus", "alac", "flac")),
  /** Takes all. */
  MATROSKA("recap.mkv", "matroska", "matroska", Set.of(), Set.of());

  private final String file;
  private final String muxer;
  private final String demuxer;
  private final Set<String> video;
  private final Set<String> audio;

  LosslessContainer(
      String file, String muxer, String demuxer, Set<String> video, Set<String> audio) {
    this.file = file;
    this.muxer = muxer;
    this.demuxer = demuxer;
    this.video = video;
    this.audio = audio;
  }

  public static LosslessContainer of(SourceFilm film) {
    for (LosslessContainer container : values()) {
      @Nullable String audio = film.audioCodec();
      if (container.video.contains(film.videoCodec())
          && (audio == null || container.audio.contains(audio))) {
        return container;
      }
    }
    return MATROSKA;
  }

  public String file() {
    return file;
  }

  /** FFmpeg's name of what writes it. */
  public String muxer() {
    return muxer;
  }

  /** FFmpeg's name of what reads it. */
  public String demuxer() {
    return demuxer;
  }
}
