package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Loudness;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings the recap's sound to the loudness asked for with one gain for all of it, so that quiet
 * scenes stay quieter than loud ones, and a limiter for what would then go beyond {@link
 * #HIGHEST_PEAK_DB}.
 */
final class RecapSound {
  static final double HIGHEST_PEAK_DB = -1.5;

  /** Beyond this it is noise that would be lifted. */
  private static final double MOST_GAIN_DB = 30;

  /** How much AAC lifts peaks, as a rule; where it lifts them more, they are lowered again. */
  private static final double LIFTED_DB = 0.6;

  private static final double CLOSE_ENOUGH_LU = 0.3;
  private static final int ATTEMPTS = 4;

  private RecapSound() {}

  /**
   * Decodes the sounds of all cuts, joins them and writes them, see {@link #encode}.
   *
   * @param stream index of the film's sound
   * @param promise holds what is read against what the film has
   * @param samples of the whole recap
   * @param target in LUFS
   * @param work folder for what is between
   */
  static Loudness write(
      SourceFilm film,
      int stream,
      List<CutSound> sounds,
      Promise promise,
      long samples,
      double target,
      Path work,
      Path m4a)
      throws IOException {
    List<Path> decoded = CutSound.decode(film, stream, sounds, promise, work);
    List<SoundJoin.Part> parts = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      CutSound s = sounds.get(i);
      parts.add(new SoundJoin.Part(decoded.get(i), s.at(), s.length(), s.fadeIn(), s.fadeOut()));
    }
    Path joined = work.resolve("sound.f32");
    SoundJoin.write(parts, samples, joined);
    return encode(joined, target, m4a);
  }

  /**
   * Writes AAC in an MP4 of its own and returns how loud it is, decoded again: AAC moves peaks, and
   * the limiter takes loudness away, so both are measured and the settings mended.
   *
   * @param raw stereo of 32-bit floats at {@link CutSound#SAMPLE_RATE}
   * @param target in LUFS
   */
  static Loudness encode(Path raw, double target, Path m4a) {
    FfmpegInput input =
        new FfmpegInput(
            raw, "f32le", "-ar", String.valueOf(CutSound.SAMPLE_RATE), "-ch_layout", "stereo");
    Loudness before = Loudness.of(input);
    double gain = before.silent() ? 0 : Math.min(MOST_GAIN_DB, target - before.integratedLufs());
    double ceiling = HIGHEST_PEAK_DB - LIFTED_DB;
    boolean limited = before.truePeakDb() + gain > ceiling;
    for (int attempt = 1; ; attempt++) {
      encode(input, m4a, gain, limited, ceiling);
      Loudness after = Loudness.of(new FfmpegInput(m4a, "mp4"));
      double excess = after.truePeakDb() - HIGHEST_PEAK_DB;
      double missing = before.silent() ? 0 : target - after.integratedLufs();
      boolean quiet = Math.abs(missing) > CLOSE_ENOUGH_LU && gain < MOST_GAIN_DB;
      if ((excess <= 0 && !quiet) || attempt == ATTEMPTS) {
        return after;
      }
      if (excess > 0) {
        limited = true;
        ceiling -= excess + 0.1;
      }
      if (quiet) {
        gain = Math.min(MOST_GAIN_DB, gain + missing);
        limited |= before.truePeakDb() + gain > ceiling;
      }
    }
  }

  /** The limiter works at four times the rate: there samples are as high as the true peaks. */
  private static void encode(
      FfmpegInput input, Path m4a, double gain, boolean limited, double ceiling) {
    String filter = String.format(Locale.ROOT, "volume=%.3fdB", gain);
    if (limited) {
      filter +=
          String.format(
              Locale.ROOT,
              ",aresample=192000,alimiter=limit=%.5f:level=false:attack=5:release=60:latency=true,"
                  + "aresample=48000",
              Math.pow(10, ceiling / 20));
    }
    List<String> arguments = new ArrayList<>(input.arguments());
    arguments.addAll(
        List.of("-af", filter, "-c:a", "aac", "-b:a", "128k", "-f", "mp4", m4a.toString()));
    FfmpegProgram.run(arguments);
  }
}
