package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.Arrived;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.ProcessPool;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes each cut by a run of its own, as many at once as there are processors. One run with all
 * cuts as inputs would hold a decoder for each of them open: gigabytes for a film in 4K.
 */
final class CutEncoder {
  private static final int MOST_AT_ONCE = 4;

  /** Seconds between key pictures: players seek to them, and streams are cut at them. */
  private static final double KEY_SECONDS = 2;

  private static final int QUALITY = 21;
  private static final int LOW_QUALITY = 25;

  /**
   * The coarse search for motion of this preset, but with bits shared out over what follows, which
   * it leaves out: two thirds of the time of {@code veryfast} for a tenth more of bits and 0.3 dB
   * less of SSIM. Without the sharing it takes twice the bits.
   */
  private static final String PRESET = "superfast";

  private static final String SHARING = "mbtree=1:rc-lookahead=10";

  /** How much longer than shared evenly cuts may take for each encoder to do with its own share. */
  private static final double EVEN = 1.15;

  /**
   * @param shapes H.264 in NUT, whose clock is exact for every frame rate, of each shape
   * @param low the first shape, smaller
   * @param tiles the storyboard's, {@code rgb24} one after the other; null where there are none
   * @param preview its pictures, {@code yuv420p} one after the other; null where there are none
   */
  record Encoded(
      Cut cut, List<Path> shapes, Path low, @Nullable Path tiles, @Nullable Path preview) {}

  private final SourceFilm film;
  private final CutList list;
  private final List<Cut> cuts;
  private final List<Shape> shapes;
  private final Fitting fitting;
  private final Reframing reframing;
  private final Overlays overlays;
  private final Stills stills;
  private final Path work;
  private final Promise promise;

  /** How far back reading begins at once. */
  private final AtomicInteger usual = new AtomicInteger();

  /**
   * @param promise holds what is read against what the film has
   * @param work folder for what is between
   */
  CutEncoder(
      SourceFilm film,
      CutList list,
      List<Shape> shapes,
      Fitting fitting,
      Reframing reframing,
      Overlays overlays,
      Stills stills,
      Promise promise,
      Path work) {
    this.film = film;
    this.list = list;
    this.cuts = fitting.parted(list.cuts());
    this.shapes = shapes;
    this.fitting = fitting;
    this.reframing = reframing;
    this.overlays = overlays;
    this.stills = stills;
    this.promise = promise;
    this.work = work;
  }

  /**
   * @param picturesDone told from this thread how many pictures of the recap are encoded
   */
  List<Encoded> encode(LongConsumer picturesDone) {
    int processors = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.max(1, Math.min(cuts.size(), Math.min(MOST_AT_ONCE, processors)));
    try (ProcessPool runs = new ProcessPool(atOnce)) {
      List<AtomicLong> done = cuts.stream().map(c -> new AtomicLong()).toList();
      List<Future<Encoded>> futures = new ArrayList<>();
      List<Integer> longestFirst =
          IntStream.range(0, cuts.size())
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> -cuts.get(i).frames()))
              .toList();
      int threads = threads(longestFirst, atOnce, processors);
      for (int i : longestFirst) {
        futures.add(runs.start(() -> encode(i, threads, done.get(i))));
      }
      Runnable told = () -> picturesDone.accept(done.stream().mapToLong(AtomicLong::get).sum());
      List<Encoded> encoded = new ArrayList<>();
      for (Future<Encoded> future : futures) {
        encoded.add(ProcessPool.await(future, told));
      }
      encoded.sort(Comparator.comparing(e -> e.cut().recapFrame()));
      return encoded;
    }
  }

  /**
   * Of each encoder: its share of the processors, since threads of one encoder wait for each other;
   * all of them where a cut much longer than the others would keep one at work alone.
   */
  private int threads(List<Integer> order, int atOnce, int processors) {
    long[] lanes = new long[atOnce];
    for (int i : order) {
      Arrays.sort(lanes);
      lanes[0] += cuts.get(i).frames();
    }
    long longest = Arrays.stream(lanes).max().orElse(0);
    boolean even = longest * atOnce <= EVEN * list.frames();
    return even ? (processors + atOnce - 1) / atOnce : processors;
  }

  /** Where less arrives than the film has, it is read from further back. */
  private Encoded encode(int index, int threads, AtomicLong done) throws IOException {
    Cut cut = cuts.get(index);
    Path arrived = work.resolve("cut" + index + ".arrived");
    double seconds = list.rate().seconds(cut.filmFrame());
    double each = list.rate().seconds(1);
    int missing = 0;
    for (int attempt = usual.get(); attempt < SourceFilm.ATTEMPTS; attempt++) {
      Encoded encoded = encode(index, threads, attempt, arrived, done);
      int before = missing;
      missing =
          promise.missing(film.fileSeconds(seconds), cut.frames(), each, Arrived.read(arrived));
      if (missing == 0) {
        // the other cuts of such a film would fare no better
        usual.accumulateAndGet(attempt, Math::max);
        return encoded;
      }
      if (attempt == SourceFilm.ATTEMPTS - 1 || missing == before) {
        Promise.settle(missing, cut.frames(), seconds, "pictures");
        return encoded;
      }
    }
    throw new IllegalStateException("no attempt was made");
  }

  /**
   * @param threads of each encoder; the decoder has one, since each more holds its own pictures
   * @param arrived where to write when the pictures that were read are shown
   */
  private Encoded encode(int index, int threads, int attempt, Path arrived, AtomicLong done)
      throws IOException {
    Cut cut = cuts.get(index);
    CutGraph graph = new CutGraph(film, cut, list, fitting, reframing);
    List<String> arguments =
        new ArrayList<>(graph.input(attempt, "-threads", "1", "-an", "-sn", "-dn").arguments());
    List<List<Overlay>> over = new ArrayList<>();
    for (Shape shape : shapes) {
      List<Overlay> of = overlays.of(cut, shape, work);
      of.forEach(o -> arguments.addAll(new FfmpegInput(o.png(), "png_pipe").arguments()));
      over.add(of);
    }
    Stills own = stills.within(cut);
    arguments.addAll(List.of("-filter_complex", graph.filters(shapes, over, own)));
    String name = "cut" + index;
    List<Path> videos = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Path video = work.resolve(name + "-" + i + ".nut");
      arguments.addAll(x264("[shape" + i + "]", QUALITY, threads, video));
      videos.add(video);
    }
    Path low = work.resolve(name + "-low.nut");
    arguments.addAll(x264("[low]", LOW_QUALITY, threads, low));
    @Nullable Path tiles = own.tiles().isEmpty() ? null : work.resolve(name + ".rgb");
    if (tiles != null) {
      arguments.addAll(Stills.raw("[tiles]", tiles));
    }
    @Nullable Path preview = own.preview().isEmpty() ? null : work.resolve(name + ".yuv");
    if (preview != null) {
      arguments.addAll(Stills.raw("[preview]", preview));
    }
    arguments.addAll(Arrived.to("[arrived]", arrived));
    FfmpegProgram.run(arguments, done::set);
    done.set(cut.frames());
    return new Encoded(cut, videos, low, tiles, preview);
  }

  /**
   * Headers stay in the stream, so that cuts can be joined without encoding them again. Key
   * pictures come at even steps from the cut on, the same in every size: players change between
   * sizes there.
   */
  private List<String> x264(String from, int quality, int threads, Path to) {
    String gap = String.valueOf(Math.round(KEY_SECONDS * list.rate().perSecond()));
    return List.of(
        "-map",
        from,
        "-c:v",
        "libx264",
        "-preset",
        PRESET,
        "-x264-params",
        SHARING,
        "-crf",
        String.valueOf(quality),
        "-g",
        gap,
        "-keyint_min",
        gap,
        "-sc_threshold",
        "0",
        "-threads",
        String.valueOf(threads),
        "-flags:v",
        "-global_header",
        "-f",
        "nut",
        to.toString());
  }
}
