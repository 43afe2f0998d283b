package com.movierecap.media.ffmpeg;

import com.movierecap.media.film.TimeJumps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a film whose time stamps jump, in which each part follows the one before it. Nothing is
 * encoded again. FFmpeg closes such holes by itself, but takes a jump of some seconds for a gap and
 * may close one twice, once for the picture and once for the sound.
 */
public final class RejoinedFilm {
  /**
   * A stretch of one track without a jump.
   *
   * @param first number of its first packet
   * @param start when its first packet is decoded, in seconds
   * @param end when its last packet ends
   */
  private record Part(int first, double start, double end) {}

  private static final double PACKET_SECONDS = 0.04;

  private RejoinedFilm() {}

  /**
   * Copies the tracks that are read.
   *
   * @param folder for the copy
   */
  public static Path copy(FilmProbe film, Path folder) {
    FilmProbe.@Nullable Sound sound = film.sound();
    List<Part> pictures = parts(film, film.picture().index());
    List<Part> sounds = sound == null ? pictures : parts(film, sound.index());
    // a part without sound has none to be moved
    boolean together = sounds.size() == pictures.size();
    List<Double> shifts = shifts(pictures, together ? sounds : pictures);
    Path copy = folder.resolve("rejoined.mkv");
    List<String> arguments =
        new ArrayList<>(
            new FfmpegInput(
                    film.file(), film.container().demuxer(), "-copyts", "-fflags", "+genpts")
                .arguments());
    // numbers of packets count from the first one, keyframe or not
    arguments.addAll(List.of("-map", "0:" + film.picture().index(), "-copyinkf:v"));
    arguments.addAll(List.of("-bsf:v", shifted(pictures, shifts)));
    if (sound != null && together) {
      arguments.addAll(List.of("-map", "0:" + sound.index(), "-bsf:a", shifted(sounds, shifts)));
    }
    arguments.addAll(List.of("-c", "copy"));
    if (sound != null && sound.codec().matches("pcm_(dvd|bluray)")) {
      // Matroska has no name for how discs keep it
      arguments.addAll(List.of("-c:a", "pcm_s24le"));
    }
    arguments.addAll(List.of("-f", "matroska", copy.toString()));
    FfmpegProgram.run(arguments);
    return copy;
  }

  private static List<Part> parts(FilmProbe film, int track) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-of",
                "csv=print_section=0",
                "-select_streams",
                String.valueOf(track),
                "-show_entries",
                "packet=dts_time,duration_time"));
    arguments.addAll(new FfmpegInput(film.file(), film.container().demuxer()).arguments());
    List<Part> parts = new ArrayList<>();
    TimeJumps jumps = new TimeJumps();
    int packet = 0;
    int first = 0;
    double start = Double.NaN;
    double end = Double.NaN;
    for (String line : (Iterable<String>) FfmpegProgram.probe(arguments).lines()::iterator) {
      String[] fields = line.split(",");
      if (!fields[0].equals("N/A")) {
        double at = Double.parseDouble(fields[0]);
        jumps.note(at);
        if (jumps.found()) {
          parts.add(new Part(first, start, end));
          first = packet;
          start = at;
          jumps = new TimeJumps();
          jumps.note(at);
        }
        start = Double.isNaN(start) ? at : start;
        boolean told = fields.length > 1 && !fields[1].equals("N/A");
        end = at + (told ? Double.parseDouble(fields[1]) : PACKET_SECONDS);
      }
      packet++;
    }
    parts.add(new Part(first, start, end));
    return parts;
  }

  /** By how much each part is moved, the same for picture and sound, so that neither overlaps. */
  private static List<Double> shifts(List<Part> pictures, List<Part> sounds) {
    List<Double> shifts = new ArrayList<>(List.of(0.0));
    for (int i = 1; i < pictures.size(); i++) {
      double before = shifts.get(i - 1);
      double picture = pictures.get(i - 1).end() + before - pictures.get(i).start();
      double sound = sounds.get(i - 1).end() + before - sounds.get(i).start();
      shifts.add(Math.max(picture, sound));
    }
    return shifts;
  }

  private static String shifted(List<Part> parts, List<Double> shifts) {
    StringBuilder sum = new StringBuilder("(0");
    for (int i = 1; i < parts.size(); i++) {
      double more = shifts.get(i) - shifts.get(i - 1);
      sum.append(String.format(Locale.ROOT, "+gte(N,%d)*%.6f", parts.get(i).first(), more));
    }
    sum.append(")/TB");
    return "setts=pts='PTS+" + sum + "':dts='DTS+" + sum + "'";
  }
}
