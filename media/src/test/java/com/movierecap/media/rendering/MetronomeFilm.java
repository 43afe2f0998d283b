package com.movierecap.media.rendering;

import com.movierecap.media.Analyses;
import com.movierecap.media.Cue;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Pick;
import com.movierecap.media.Scene;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A film in which every 24th picture is white and begins with a beep; else it is dark and still.
 */
public final class MetronomeFilm {
  public static final int EVERY = 24;

  private MetronomeFilm() {}

  /**
   * @param rate such as {@code 24000/1001}
   * @param options of the encoder and muxer
   */
  public static void make(Path film, String rate, int seconds, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=320x180:rate="
                + rate
                + ":duration="
                + seconds
                + ",lutyuv=y=val/4+16,drawbox=c=white:t=fill:enable='lt(mod(n,24),1)'",
            "-f",
            "lavfi",
            "-i",
            "aevalsrc='0.5*lt(mod(t*"
                + rate
                + "/24,1),0.04)*sin(2*PI*1000*t)':s=48000:d="
                + seconds,
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-bf",
            "2",
            "-g",
            "50",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac"));
    arguments.addAll(List.of(options));
    arguments.add(film.toString());
    FfmpegProgram.run(arguments);
  }

  public static MovieAnalysis analysis(double frameRate, double seconds, List<Cue> cues) {
    return Analyses.of(
        Analyses.movie(seconds, 320, 180, frameRate, "aac"),
        List.of(Analyses.shot(0, 0, seconds, 0, Analyses.PLAIN)),
        List.of(new Scene(0, 0, seconds, 0, 0, List.of())),
        null,
        cues);
  }

  public static Timeline timeline(double... startsAndEnds) {
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < startsAndEnds.length; i += 2) {
      picks.add(new Pick(startsAndEnds[i], startsAndEnds[i + 1], 0.5, Map.of("dialogue", 0.5)));
    }
    return new Timeline(picks);
  }

  /** Indices of the bright pictures of a recap. */
  public static List<Integer> flashes(Path recap) {
    byte[] grey =
        FfmpegProgram.read(
            List.of(
                "-i",
                recap.toString(),
                "-map",
                "0:v",
                "-vf",
                "scale=4:4,format=gray",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "pipe:1"));
    List<Integer> flashes = new ArrayList<>();
    for (int frame = 0; frame * 16 < grey.length; frame++) {
      int sum = 0;
      for (int i = 0; i < 16; i++) {
        sum += grey[frame * 16 + i] & 0xFF;
      }
      if (sum / 16 > 160) {
        flashes.add(frame);
      }
    }
    return flashes;
  }

  public static int pictures(Path recap) {
    return FfmpegProgram.read(
                List.of(
                    "-i",
                    recap.toString(),
                    "-map",
                    "0:v",
                    "-vf",
                    "scale=4:4,format=gray",
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    "pipe:1"))
            .length
        / 16;
  }

  /** When each beep begins, in seconds: the first loud sample after 0.2 s of quiet. */
  public static List<Double> beeps(Path recap) {
    byte[] pcm =
        FfmpegProgram.read(
            List.of(
                "-i",
                recap.toString(),
                "-map",
                "0:a",
                "-ac",
                "1",
                "-ar",
                "48000",
                "-f",
                "s16le",
                "pipe:1"));
    ByteBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    List<Double> beeps = new ArrayList<>();
    int quietSince = -48_000;
    for (int i = 0; samples.remaining() >= 2; i++) {
      if (Math.abs(samples.getShort()) > 4000) {
        if (i - quietSince > 9600) {
          beeps.add(i / 48_000.0);
        }
        quietSince = i;
      }
    }
    return beeps;
  }
}
