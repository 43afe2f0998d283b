package com.movierecap.media.ffmpeg;

import com.movierecap.media.film.TimeJumps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the packets of the picture's track are shown, read without decoding. Packets that an edit
 * list leaves out are not among them.
 *
 * @param stamps in the track's ticks, in the order of the file
 * @param keys those from which decoding can begin
 * @param exact every packet says when it is shown; AVI only says when to decode
 * @param jumping the stamps jump, see {@link TimeJumps}
 */
record PacketTimes(long[] stamps, long[] keys, boolean exact, boolean jumping) {
  static PacketTimes of(FilmProbe film) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-of",
            "csv=print_section=0",
            "-select_streams",
            String.valueOf(film.picture().index()),
            "-show_entries",
            "packet=pts,dts,flags"));
    arguments.addAll(new FfmpegInput(film.file(), film.container().demuxer()).arguments());
    long[] stamps = new long[1 << 12];
    long[] keys = new long[1 << 8];
    int packets = 0;
    int keyPackets = 0;
    boolean exact = true;
    TimeJumps jumps = new TimeJumps();
    double tick = film.picture().tick().value();
    Stream<String> lines = FfmpegProgram.probe(arguments).lines();
    for (String line : (Iterable<String>) lines::iterator) {
      String[] fields = line.split(",", 4);
      if (fields.length < 3 || fields[2].contains("D")) {
        continue;
      }
      if (!fields[1].equals("N/A")) {
        jumps.note(Long.parseLong(fields[1]) * tick);
      }
      exact &= !fields[0].equals("N/A");
      String stamp = fields[0].equals("N/A") ? fields[1] : fields[0];
      if (stamp.equals("N/A")) {
        continue;
      }
      if (packets == stamps.length) {
        stamps = Arrays.copyOf(stamps, 2 * packets);
      }
      stamps[packets++] = Long.parseLong(stamp);
      if (fields[2].startsWith("K")) {
        if (keyPackets == keys.length) {
          keys = Arrays.copyOf(keys, 2 * keyPackets);
        }
        keys[keyPackets++] = stamps[packets - 1];
      }
    }
    return new PacketTimes(
        Arrays.copyOf(stamps, packets),
        Arrays.copyOf(keys, keyPackets),
        exact,
        jumps.found() && soundJumps(film));
  }

  /**
   * Pictures of a screen on which nothing changes are far apart, too; sound tells that it goes on.
   */
  private static boolean soundJumps(FilmProbe film) {
    FilmProbe.@Nullable Sound sound = film.sound();
    if (sound == null) {
      return true;
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-of",
                "csv=print_section=0",
                "-select_streams",
                String.valueOf(sound.index()),
                "-show_entries",
                "packet=dts_time"));
    arguments.addAll(new FfmpegInput(film.file(), film.container().demuxer()).arguments());
    TimeJumps jumps = new TimeJumps();
    FfmpegProgram.probe(arguments)
        .lines()
        .map(line -> line.split(",", 2)[0])
        .filter(time -> !time.isEmpty() && !time.equals("N/A"))
        .forEach(time -> jumps.note(Double.parseDouble(time)));
    return jumps.found();
  }

  /** Of all pictures, on the file's clock. */
  double[] seconds(double tick) {
    return Arrays.stream(stamps).mapToDouble(s -> s * tick).toArray();
  }

  /**
   * @param tick seconds a time stamp counts
   * @param zero where the film's own clock begins, in seconds; earlier pictures are not shown
   */
  PictureIndex index(double tick, double zero) {
    long first = Math.round(zero / tick);
    long[] shown = Arrays.stream(stamps).filter(s -> s >= first).sorted().toArray();
    List<CutPoint> points = new ArrayList<>();
    int packet = 0;
    for (int i = 0; i < keys.length; i++) {
      while (stamps[packet] != keys[i]) {
        packet++;
      }
      long out = keys[i];
      long next = i + 1 < keys.length ? keys[i + 1] : Long.MAX_VALUE;
      for (int n = packet + 1; n < stamps.length && stamps[n] != next; n++) {
        out = Math.min(out, stamps[n]);
      }
      if (keys[i] >= first) {
        points.add(new CutPoint((keys[i] - first) * tick, Math.max(0, (out - first) * tick)));
      }
    }
    points.sort(Comparator.comparingDouble(CutPoint::in));
    return new PictureIndex(
        Arrays.stream(shown).mapToDouble(s -> (s - first) * tick).toArray(), points);
  }
}
