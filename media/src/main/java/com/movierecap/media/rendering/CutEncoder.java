package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
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

  /** Slow lines are to cost little: a coarser search for motion and a shorter look ahead. */
  private static final String FASTER = "subme=1:rc-lookahead=5";

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
  private final Reframing reframing;
  private final Overlays overlays;
  private final Stills stills;
  private final Path work;

  /**
   * @param work folder for what is between
   */
  CutEncoder(
      SourceFilm film,
      CutList list,
      List<Shape> shapes,
      Reframing reframing,
      Overlays overlays,
      Stills stills,
      Path work) {
    this.film = film;
    this.list = list;
    this.cuts = list.cuts();
    this.shapes = shapes;
    this.reframing = reframing;
    this.overlays = overlays;
    this.stills = stills;
    this.work = work;
  }

  /**
   * @param picturesDone told from this thread how many pictures of the recap are encoded
   */
  List<Encoded> encode(LongConsumer picturesDone) {
    int processors = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.max(1, Math.min(cuts.size(), Math.min(MOST_AT_ONCE, processors)));
    try (Runs runs = new Runs(atOnce)) {
      List<AtomicLong> done = cuts.stream().map(c -> new AtomicLong()).toList();
      List<Future<Encoded>> futures = new ArrayList<>();
      List<Integer> longestFirst =
          IntStream.range(0, cuts.size())
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> -cuts.get(i).frames()))
              .toList();
      for (int i : longestFirst) {
        futures.add(runs.start(() -> encode(i, processors, done.get(i))));
      }
      Runnable told = () -> picturesDone.accept(done.stream().mapToLong(AtomicLong::get).sum());
      List<Encoded> encoded = new ArrayList<>();
      for (Future<Encoded> future : futures) {
        encoded.add(Runs.await(future, told));
      }
      encoded.sort(Comparator.comparing(e -> e.cut().recapFrame()));
      return encoded;
    }
  }

  /**
   * @param processors all of them for each encoder, so that a cut much longer than the others does
   *     not keep one at work alone; but one for the decoder, since each more holds its own pictures
   */
  private Encoded encode(int index, int processors, AtomicLong done) throws IOException {
    Cut cut = cuts.get(index);
    CutGraph graph = new CutGraph(film, cut, list, reframing);
    List<String> arguments =
        new ArrayList<>(
            film.from(
                    graph.seekSeconds(), graph.readSeconds(), "-threads", "1", "-an", "-sn", "-dn")
                .arguments());
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
      arguments.addAll(x264("[shape" + i + "]", QUALITY, processors, video));
      videos.add(video);
    }
    Path low = work.resolve(name + "-low.nut");
    arguments.addAll(x264("[low]", LOW_QUALITY, processors, low, "-x264-params", FASTER));
    @Nullable Path tiles = own.tiles().isEmpty() ? null : work.resolve(name + ".rgb");
    if (tiles != null) {
      arguments.addAll(Stills.raw("[tiles]", tiles));
    }
    @Nullable Path preview = own.preview().isEmpty() ? null : work.resolve(name + ".yuv");
    if (preview != null) {
      arguments.addAll(Stills.raw("[preview]", preview));
    }
    FfmpegProgram.run(arguments, done::set);
    done.set(cut.frames());
    return new Encoded(cut, videos, low, tiles, preview);
  }

  /**
   * Headers stay in the stream, so that cuts can be joined without encoding them again. Key
   * pictures come at even steps from the cut on, the same in every size: players change between
   * sizes there.
   */
  private List<String> x264(String from, int quality, int threads, Path to, String... more) {
    String gap = String.valueOf(Math.round(KEY_SECONDS * list.rate().perSecond()));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-map",
            from,
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
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
            "-global_header"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-f", "nut", to.toString()));
    return arguments;
  }
}
