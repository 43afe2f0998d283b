package com.movierecap.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a film's pictures and sounds are there by its packets, on the file's clock; looked up when
 * first asked for, which means to read the whole file.
 */
public final class FilmTimes {
  /** Packets of a track differ in length: those of Vorbis by eight times. */
  private static final int MOST_TIMES = 8;

  private final FilmProbe film;
  private @Nullable PacketTimes pictures;
  private @Nullable List<Arrived.Block> sound;

  public FilmTimes(FilmProbe film) {
    this.film = film;
  }

  /** Whether time stamps jump. */
  public boolean jump() {
    return packets().jumping();
  }

  private synchronized PacketTimes packets() {
    if (pictures == null) {
      pictures = PacketTimes.of(film);
    }
    return pictures;
  }

  /** Of all pictures, in any order; null where the film does not tell when they are shown. */
  public double @Nullable [] pictures() {
    PacketTimes all = packets();
    return all.exact() ? all.seconds(film.picture().tick().value()) : null;
  }

  /** Packets of the sound; none where it is silent. */
  public synchronized List<Arrived.Block> sound() {
    if (sound == null) {
      sound = read();
    }
    return sound;
  }

  private List<Arrived.Block> read() {
    FilmProbe.@Nullable Sound track = film.sound();
    if (track == null) {
      return List.of();
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-of",
                "csv=print_section=0",
                "-select_streams",
                String.valueOf(track.index()),
                "-show_entries",
                "packet=pts_time,duration_time"));
    arguments.addAll(new FfmpegInput(film.file(), film.container().demuxer()).arguments());
    List<Arrived.Block> blocks = new ArrayList<>();
    for (String line : (Iterable<String>) FfmpegProgram.probe(arguments).lines()::iterator) {
      String[] fields = line.split(",");
      if (fields.length >= 2 && !fields[0].equals("N/A") && !fields[1].equals("N/A")) {
        blocks.add(new Arrived.Block(Double.parseDouble(fields[0]), Double.parseDouble(fields[1])));
      }
    }
    return sounding(blocks);
  }

  /**
   * MP4 has no gaps: there the packet before one lasts until the next, which no more than a few
   * times the usual length can be sound.
   */
  private static List<Arrived.Block> sounding(List<Arrived.Block> blocks) {
    double[] lengths = blocks.stream().mapToDouble(Arrived.Block::length).sorted().toArray();
    double longest = blocks.isEmpty() ? 0 : MOST_TIMES * lengths[lengths.length / 2];
    return blocks.stream()
        .map(b -> b.length() > longest ? new Arrived.Block(b.seconds(), longest) : b)
        .toList();
  }
}
