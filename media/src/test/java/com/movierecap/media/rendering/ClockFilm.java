package com.movierecap.media.rendering;

import com.movierecap.media.TestFilms;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A film that tells its own time: every picture carries its number as a row of black and white
 * cells, and the height of a rising tone is the time. So what a recap shows and sounds can be read
 * back from it, to the picture.
 */
final class ClockFilm {
  static final double RATE = 25;
  static final int SECONDS = 16;

  private static final int BITS = 9;

  /** One that is always lit, the bits, and one that never is. */
  private static final int CELLS = BITS + 2;

  private static final int CELL = 16;
  private static final int LEFT = 48;
  private static final int TOP = 136;
  private static final double LOWEST_HERTZ = 300;
  private static final double HERTZ_A_SECOND = 40;
  private static final int SOUND_RATE = 8000;
  private static final int WINDOW = 640;

  private static final List<String> COLOURS =
      List.of("maroon", "navy", "olive", "teal", "purple", "gray", "sienna", "green");

  private final Path folder;
  private final Path master;

  /**
   * @param folder for the films
   */
  ClockFilm(Path folder) {
    this.folder = folder;
    this.master = master(folder.resolve("master.mkv"));
  }

  private static Path master(Path file) {
    if (Files.exists(file)) {
      return file;
    }
    List<String> arguments = new ArrayList<>();
    StringBuilder graph = new StringBuilder();
    double each = SECONDS / (double) COLOURS.size();
    for (int i = 0; i < COLOURS.size(); i++) {
      String colour = "color=c=" + COLOURS.get(i) + ":s=320x180:r=25:d=" + each;
      arguments.addAll(List.of("-f", "lavfi", "-i", colour));
      graph.append("[%d:v]".formatted(i));
    }
    graph.append("concat=n=%d,".formatted(COLOURS.size()));
    graph.append(box(0, CELLS, "black", "1")).append(',').append(box(0, 1, "white", "1"));
    for (int bit = 0; bit < BITS; bit++) {
      String set = "gte(mod(n,%d),%d)".formatted(2 << bit, 1 << bit);
      graph.append(',').append(box(bit + 1, 1, "white", set));
    }
    // something that moves, so that pictures differ elsewhere too
    graph.append("[still];color=c=yellow:s=24x24:r=25:d=%d[moves];".formatted(SECONDS));
    graph.append("[still][moves]overlay=x='40+mod(n*7,200)':y=40,format=yuv420p[v]");
    String tone = "0.3*sin(2*PI*(%f*t+%f*t*t))".formatted(LOWEST_HERTZ, HERTZ_A_SECOND / 2);
    arguments.addAll(List.of("-f", "lavfi", "-i", "aevalsrc='" + tone + "':s=48000:d=" + SECONDS));
    arguments.addAll(List.of("-filter_complex", graph.toString()));
    arguments.addAll(List.of("-map", "[v]", "-map", COLOURS.size() + ":a"));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "8", "-g", "1"));
    arguments.addAll(List.of("-c:a", "pcm_s16le", file.toString()));
    return TestFilms.make(arguments.toArray(String[]::new));
  }

  private static String box(int cell, int cells, String colour, String when) {
    return "drawbox=x=%d:y=%d:w=%d:h=%d:color=%s:t=fill:enable='%s'"
        .formatted(LEFT + cell * CELL, TOP, cells * CELL, CELL, colour, when);
  }

  /** Where {@link #make} writes a film of that name. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * Encodes the film.
   *
   * @param options of the encoders and the container
   */
  Path make(String name, String... options) {
    return from(master, List.of(), name, options);
  }

  /**
   * Makes a film of another.
   *
   * @param before options that go before the input
   */
  Path from(Path film, List<String> before, String name, String... options) {
    List<String> arguments = new ArrayList<>(before);
    arguments.addAll(List.of("-i", film.toString()));
    arguments.addAll(List.of(options));
    arguments.add(folder.resolve(name).toString());
    return TestFilms.make(arguments.toArray(String[]::new));
  }

  /** Joins files byte by byte, as people join recordings. */
  Path joined(String name, Path... parts) {
    Path film = folder.resolve(name);
    try (var out = Files.newOutputStream(film)) {
      for (Path part : parts) {
        Files.copy(part, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return film;
  }

  /** The numbers of a film's pictures, in order; -1 where none can be read, as in the dark. */
  static List<Integer> pictures(Path film) {
    String row =
        "crop=iw*%d/320:ih*4/180:iw*%d/320:ih*%d/180:exact=1,scale=%d:1:flags=area,format=gray"
            .formatted(CELLS * CELL, LEFT, TOP + 6, CELLS * 4);
    byte[] cells =
        FfmpegProgram.read(
            List.of(
                "-i",
                film.toString(),
                "-map",
                "0:v:0",
                "-vf",
                row,
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "pipe:1"));
    List<Integer> numbers = new ArrayList<>();
    for (int at = 0; at + CELLS * 4 <= cells.length; at += CELLS * 4) {
      int[] light = new int[CELLS];
      for (int c = 0; c < CELLS; c++) {
        // the middle of each, since its edges run into its neighbours
        light[c] = (cells[at + 4 * c + 1] & 0xFF) + (cells[at + 4 * c + 2] & 0xFF);
      }
      numbers.add(number(light));
    }
    return numbers;
  }

  private static int number(int[] light) {
    int low = Arrays.stream(light).min().orElseThrow();
    int high = Arrays.stream(light).max().orElseThrow();
    int middle = (low + high) / 2;
    if (high - low < 40 || light[0] <= middle || light[CELLS - 1] > middle) {
      return -1;
    }
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      number |= light[bit + 1] > middle ? 1 << bit : 0;
    }
    return number;
  }

  /** What a film sounds at its own times. */
  static final class Tones {
    private final float[] samples;

    private Tones(float[] samples) {
      this.samples = samples;
    }

    double seconds() {
      return samples.length / (double) SOUND_RATE;
    }

    /** The time that the tone around a time tells; empty where there is silence. */
    OptionalDouble at(double seconds) {
      int from = (int) Math.round(seconds * SOUND_RATE) - WINDOW / 2;
      if (from < 0 || from + WINDOW > samples.length) {
        return OptionalDouble.empty();
      }
      double[] windowed = new double[WINDOW];
      double energy = 0;
      for (int i = 0; i < WINDOW; i++) {
        energy += samples[from + i] * samples[from + i];
        windowed[i] = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
      }
      if (Math.sqrt(energy / WINDOW) < 0.002) {
        return OptionalDouble.empty();
      }
      double best = 0;
      double loudest = -1;
      double highest = LOWEST_HERTZ + HERTZ_A_SECOND * (SECONDS + 1);
      for (double hertz = LOWEST_HERTZ - 40; hertz <= highest; hertz += 0.5) {
        double power = power(windowed, hertz);
        if (power > loudest) {
          loudest = power;
          best = hertz;
        }
      }
      return OptionalDouble.of((best - LOWEST_HERTZ) / HERTZ_A_SECOND);
    }

    /** Goertzel's algorithm. */
    private static double power(double[] windowed, double hertz) {
      double step = 2 * Math.cos(2 * Math.PI * hertz / SOUND_RATE);
      double last = 0;
      double before = 0;
      for (double sample : windowed) {
        double now = sample + step * last - before;
        before = last;
        last = now;
      }
      return last * last + before * before - step * last * before;
    }
  }

  static Tones tones(Path film) {
    byte[] pcm =
        FfmpegProgram.read(
            List.of(
                "-i",
                film.toString(),
                "-map",
                "0:a:0",
                "-af",
                "aresample=" + SOUND_RATE + ":async=1:first_pts=0",
                "-ac",
                "1",
                "-f",
                "f32le",
                "pipe:1"));
    FloatBuffer floats = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] samples = new float[floats.remaining()];
    floats.get(samples);
    return new Tones(samples);
  }
}
