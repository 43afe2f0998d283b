package com.movierecap.media.rendering;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Sound;
import com.movierecap.media.TimeRange;
import com.movierecap.media.ffmpeg.Arrived;
import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The sound of one cut: a little longer than its pictures where it fades into its neighbours'.
 *
 * @param filmSeconds where it begins on the film's clock; below zero it begins with silence
 * @param at where it begins in the recap, in samples
 * @param length in samples
 * @param fadeIn in samples
 * @param fadeOut in samples
 */
record CutSound(double filmSeconds, long at, int length, int fadeIn, int fadeOut) {
  static final int SAMPLE_RATE = 48_000;

  /** Read before the sound and cut off again. */
  private static final double LEAD_SECONDS = 0.25;

  /** Read behind the sound, which ends to the sample once it has the recap's rate. */
  private static final double BEHIND_SECONDS = 0.5;

  /** Decoded by one run. */
  private static final int AT_ONCE = 8;

  /** Against clicks, and too short to be heard as a fade. */
  private static final double JOIN_SECONDS = 0.02;

  /** Where nobody speaks on either side, music flows into music. */
  private static final double MUSIC_JOIN_SECONDS = 0.2;

  /**
   * The sounds of all cuts, in order.
   *
   * @param lastFade how long the recap's last picture takes to turn black, in seconds
   */
  static List<CutSound> of(
      List<Cut> cuts, FrameRate rate, MovieAnalysis analysis, double lastFade) {
    List<CutSound> sounds = new ArrayList<>();
    int in = (int) (JOIN_SECONDS * SAMPLE_RATE);
    // the first has no neighbour to fade from
    int before = 0;
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      long start = rate.sampleAt(cut.soundRecapFrame(), SAMPLE_RATE);
      long end = rate.sampleAt(cut.soundRecapFrame() + cut.soundFrames(), SAMPLE_RATE);
      boolean last = i == cuts.size() - 1;
      int out = last ? (int) (lastFade * SAMPLE_RATE) : join(cut, cuts.get(i + 1), rate, analysis);
      int after = last ? 0 : out / 2;
      sounds.add(
          new CutSound(
              rate.seconds(cut.soundFilmFrame()) - before / (double) SAMPLE_RATE,
              start - before,
              (int) (end - start) + before + after,
              in,
              out));
      in = out;
      before = after;
    }
    return sounds;
  }

  /** Length of the fade between two cuts in samples, even. */
  private static int join(Cut cut, Cut next, FrameRate rate, MovieAnalysis analysis) {
    double out = rate.seconds(cut.soundFilmFrame() + cut.soundFrames());
    double in = rate.seconds(next.soundFilmFrame());
    double shorter = rate.seconds(Math.min(cut.soundFrames(), next.soundFrames()));
    double wanted =
        spoken(analysis, out) || spoken(analysis, in) ? JOIN_SECONDS : MUSIC_JOIN_SECONDS;
    return 2 * (int) (Math.min(wanted, shorter / 4) * SAMPLE_RATE / 2);
  }

  /** Whether somebody speaks around a time; assumed where the film was not listened to. */
  private static boolean spoken(MovieAnalysis analysis, double seconds) {
    Sound sound = analysis.sound();
    if (sound == null) {
      return true;
    }
    double from = seconds - MUSIC_JOIN_SECONDS;
    double to = seconds + MUSIC_JOIN_SECONDS;
    for (TimeRange speech : sound.speech()) {
      if (speech.startSeconds() < to && speech.endSeconds() > from) {
        return true;
      }
    }
    for (Cue cue : analysis.cues()) {
      if (cue.startSeconds() < to && cue.endSeconds() > from) {
        return true;
      }
    }
    return false;
  }

  /**
   * Decodes sounds: each as long as it is to be, to the sample, silence where the film has none. A
   * few by each run of the program, which takes longer to start and to open a long film than to
   * decode a few seconds of it; but not all, since each keeps the film's index.
   *
   * @param stream index of the film's sound
   * @param promise holds what is read against what the film has
   * @param work folder for the sounds
   * @return stereo of 32-bit floats, a file of each
   */
  static List<Path> decode(
      SourceFilm film, int stream, List<CutSound> sounds, Promise promise, Path work)
      throws IOException {
    List<Path> files =
        IntStream.range(0, sounds.size())
            .mapToObj(i -> work.resolve("sound" + i + ".f32"))
            .toList();
    for (int first = 0; first < sounds.size(); first += AT_ONCE) {
      int end = Math.min(sounds.size(), first + AT_ONCE);
      List<CutSound> some = sounds.subList(first, end);
      try {
        decodeAtOnce(film, stream, 0, some, files.subList(first, end));
      } catch (FfmpegException e) {
        // where the film has no sound at all, the program has nothing to write, and fails for all
        if (some.stream().allMatch(sound -> sound.there(promise, film) > 0)) {
          throw e;
        }
        for (int i = first; i < end; i++) {
          if (sounds.get(i).there(promise, film) > 0) {
            decodeAtOnce(film, stream, 0, sounds.subList(i, i + 1), files.subList(i, i + 1));
          } else {
            // what no sound reaches is silent
            Files.write(files.get(i), new byte[0]);
          }
        }
      }
    }
    for (int i = 0; i < sounds.size(); i++) {
      sounds.get(i).keep(promise, film, stream, files.get(i));
    }
    return files;
  }

  /** How much sound the film has here, in seconds; 0 where it is hardly any. */
  private double there(Promise promise, SourceFilm film) {
    return silent(promise, film, List.of());
  }

  private double silent(Promise promise, SourceFilm film, List<Arrived.Block> arrived) {
    double start = film.fileSeconds(Math.max(0, filmSeconds));
    return promise.silent(start, seconds(), arrived);
  }

  /** How long it lasts within the film. */
  private double seconds() {
    return length / (double) SAMPLE_RATE + Math.min(0, filmSeconds);
  }

  /** Decodes it again from further back where less arrived than the film has. */
  private void keep(Promise promise, SourceFilm film, int stream, Path file) throws IOException {
    double before = 0;
    for (int attempt = 1; ; attempt++) {
      double silent = silent(promise, film, Arrived.read(arrived(file)));
      if (silent == 0) {
        return;
      }
      if (attempt == SourceFilm.ATTEMPTS || silent == before) {
        Promise.settle(silent, seconds(), filmSeconds, "sound");
        return;
      }
      before = silent;
      decodeAtOnce(film, stream, attempt, List.of(this), List.of(file));
    }
  }

  private static Path arrived(Path file) {
    return file.resolveSibling(file.getFileName() + ".arrived");
  }

  private static void decodeAtOnce(
      SourceFilm film, int stream, int attempt, List<CutSound> sounds, List<Path> files) {
    List<String> arguments = new ArrayList<>();
    List<String> filters = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      CutSound sound = sounds.get(i);
      arguments.addAll(
          film.sound(Math.max(0, sound.filmSeconds()), attempt, "-vn", "-sn", "-dn").arguments());
      filters.add(sound.filters(film, i, stream));
      outputs.addAll(List.of("-map", "[audio" + i + "]", "-c:a", "pcm_f32le", "-f", "f32le"));
      outputs.add(files.get(i).toString());
      outputs.addAll(Arrived.to("[arrived" + i + "]", arrived(files.get(i))));
    }
    arguments.addAll(List.of("-filter_complex", String.join(";", filters)));
    arguments.addAll(outputs);
    FfmpegProgram.run(arguments);
  }

  /**
   * To the sample: what precedes it is cut off behind the resampler, which needs some of it.
   *
   * @param input FFmpeg's number of it
   */
  private String filters(SourceFilm film, int input, int stream) {
    double start = film.fileSeconds(Math.max(0, filmSeconds));
    long missing = Math.max(0, Math.round(-filmSeconds * SAMPLE_RATE));
    return String.format(
        Locale.ROOT,
        "[%1$d:%2$d]atrim=start=%3$.6f:end=%10$.6f,asetpts=PTS-%4$.6f/TB,asplit[a%1$d][arrived%1$d];"
            + "[a%1$d]asetpts=PTS+%5$.6f/TB,aresample=%6$d:async=1:first_pts=0,"
            + "aformat=sample_fmts=flt:channel_layouts=stereo,"
            + "atrim=start_sample=%7$d,asetpts=N,adelay=%8$dS:all=1,"
            + "apad=whole_len=%9$d,atrim=end_sample=%9$d[audio%1$d]",
        input,
        stream,
        start - LEAD_SECONDS,
        start,
        LEAD_SECONDS,
        SAMPLE_RATE,
        Math.round(LEAD_SECONDS * SAMPLE_RATE),
        missing,
        length,
        start + length / (double) SAMPLE_RATE + BEHIND_SECONDS);
  }
}
