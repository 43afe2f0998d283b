package com.movierecap.media.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Loudness by ITU-R BS.1770-4, measured by FFmpeg's {@code ebur128} filter.
 *
 * @param integratedLufs over the whole sound; {@link #SILENCE} where nothing passes the gate
 * @param truePeakDb the highest peak between the samples, in dBTP
 */
public record Loudness(double integratedLufs, double truePeakDb) {
  /** The absolute gate of BS.1770: anything below counts as silence. */
  public static final double SILENCE = -70;

  /** Measures the first sound of the input. */
  public static Loudness of(FfmpegInput input) {
    List<String> arguments = new ArrayList<>(input.arguments());
    arguments.addAll(
        List.of(
            "-map",
            "0:a:0",
            "-vn",
            "-af",
            "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-",
            "-f",
            "null",
            "/dev/null"));
    return parse(new String(FfmpegProgram.read(arguments), StandardCharsets.US_ASCII));
  }

  public boolean silent() {
    return integratedLufs <= SILENCE;
  }

  /**
   * The filter tells its running values every 100 ms, peaks as linear factors of each channel; the
   * last integrated value and the highest peaks are those of the whole.
   */
  private static Loudness parse(String metadata) {
    double integrated = SILENCE;
    double peak = 0;
    for (String line : metadata.split("\n")) {
      int equals = line.indexOf('=');
      if (line.startsWith("lavfi.r128.I=")) {
        integrated = Double.parseDouble(line.substring(equals + 1));
      } else if (line.startsWith("lavfi.r128.true_peaks_ch")) {
        peak = Math.max(peak, Double.parseDouble(line.substring(equals + 1)));
      }
    }
    double floor = Math.max(integrated, SILENCE);
    return new Loudness(floor, peak > 0 ? 20 * Math.log10(peak) : Double.NEGATIVE_INFINITY);
  }
}
