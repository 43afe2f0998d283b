package com.movierecap.media.ffmpeg;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.captions.CaptionPainter;
import com.movierecap.media.captions.CaptionTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Encodes each cut by a run of its own, as many at once as there are processors. One run with all
 * cuts as inputs would hold a decoder for each of them open: gigabytes for a film in 4K.
 */
final class CutEncoder {
  private static final int MOST_AT_ONCE = 4;

  /**
   * @param video H.264 in NUT, whose clock is exact for every frame rate
   * @param sound stereo of 32-bit floats at 48 kHz; null where the film is silent
   * @param tiles the storyboard's tiles of this cut, {@code rgb24} one after the other; may not
   *     exist where there are none
   */
  record Encoded(Cut cut, Path video, @Nullable Path sound, Path tiles) {}

  private final SourceFilm film;
  private final FrameRate rate;
  private final PictureSize size;
  private final List<Cut> cuts;
  private final long frames;
  private final @Nullable CaptionTrack burned;
  private final List<Long> tilePictures;
  private final Path work;

  /**
   * @param burned captions to draw into the picture, or null
   * @param tilePictures pictures of the recap that go into the storyboard, in order
   * @param work folder for what is between
   */
  CutEncoder(
      SourceFilm film,
      FrameRate rate,
      PictureSize size,
      List<Cut> cuts,
      @Nullable CaptionTrack burned,
      List<Long> tilePictures,
      Path work) {
    this.film = film;
    this.rate = rate;
    this.size = size;
    this.cuts = cuts;
    this.frames = Cut.frames(cuts);
    this.burned = burned;
    this.tilePictures = tilePictures;
    this.work = work;
  }

  /**
   * @param picturesDone told from this thread how many pictures of the recap are encoded
   */
  List<Encoded> encode(LongConsumer picturesDone) {
    int processors = Runtime.getRuntime().availableProcessors();
    int atOnce = Math.max(1, Math.min(cuts.size(), Math.min(MOST_AT_ONCE, processors)));
    int threads = Math.max(1, processors / atOnce);
    ExecutorService runs = Executors.newFixedThreadPool(atOnce);
    try {
      List<AtomicLong> done = cuts.stream().map(c -> new AtomicLong()).toList();
      List<Future<Encoded>> futures = new ArrayList<>();
      List<Integer> longestFirst =
          java.util.stream.IntStream.range(0, cuts.size())
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> -cuts.get(i).frames()))
              .toList();
      for (int i : longestFirst) {
        futures.add(runs.submit(() -> encode(i, threads, done.get(i))));
      }
      List<Encoded> encoded = new ArrayList<>();
      for (Future<Encoded> future : futures) {
        encoded.add(await(future, done, picturesDone));
      }
      encoded.sort(Comparator.comparing(e -> e.cut().recapFrame()));
      return encoded;
    } finally {
      // interrupts what still runs, which kills its program
      runs.shutdownNow();
    }
  }

  private static Encoded await(
      Future<Encoded> future, List<AtomicLong> done, LongConsumer picturesDone) {
    while (true) {
      try {
        Encoded encoded = future.get(150, TimeUnit.MILLISECONDS);
        picturesDone.accept(done.stream().mapToLong(AtomicLong::get).sum());
        return encoded;
      } catch (TimeoutException e) {
        picturesDone.accept(done.stream().mapToLong(AtomicLong::get).sum());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FfmpegException("encoding was interrupted", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new FfmpegException("a cut could not be encoded", e);
      }
    }
  }

  private Encoded encode(int index, int threads, AtomicLong done) throws IOException {
    Cut cut = cuts.get(index);
    CutGraph graph = new CutGraph(film, cut, rate, frames);
    List<CutGraph.Burned> captions = captions(index, cut);
    List<Long> tiles = graph.tilesWithin(tilePictures);
    Path video = work.resolve("cut" + index + ".nut");
    Path tileFile = work.resolve("cut" + index + ".rgb");
    List<String> arguments =
        new ArrayList<>(
            film.from(
                    graph.seekSeconds(),
                    graph.readSeconds(),
                    "-threads",
                    String.valueOf(threads),
                    "-sn",
                    "-dn")
                .arguments());
    for (CutGraph.Burned caption : captions) {
      arguments.addAll(new FfmpegInput(caption.png(), "png_pipe").arguments());
    }
    String filters = graph.video(size, tiles, captions);
    @Nullable Path sound = null;
    @Nullable Integer audio = film.audio();
    if (audio != null) {
      filters += ";" + graph.audio(audio);
      sound = work.resolve("cut" + index + ".f32");
    }
    arguments.addAll(List.of("-filter_complex", filters, "-map", "[video]"));
    arguments.addAll(x264(threads));
    arguments.addAll(List.of("-f", "nut", video.toString()));
    if (sound != null) {
      arguments.addAll(
          List.of("-map", "[audio]", "-c:a", "pcm_f32le", "-f", "f32le", sound.toString()));
    }
    if (!tiles.isEmpty()) {
      arguments.addAll(
          List.of(
              "-map",
              "[tiles]",
              "-fps_mode",
              "passthrough",
              "-c:v",
              "rawvideo",
              "-f",
              "rawvideo",
              tileFile.toString()));
    }
    FfmpegProgram.run(arguments, done::set);
    done.set(cut.frames());
    return new Encoded(cut, video, sound, tileFile);
  }

  /** Headers stay in the stream, so that cuts can be joined without encoding them again. */
  private List<String> x264(int threads) {
    return List.of(
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "21",
        "-g",
        String.valueOf(Math.round(2 * rate.perSecond())),
        "-threads",
        String.valueOf(threads),
        "-flags:v",
        "-global_header");
  }

  private List<CutGraph.Burned> captions(int index, Cut cut) throws IOException {
    List<CutGraph.Burned> drawn = new ArrayList<>();
    if (burned == null) {
      return drawn;
    }
    CaptionPainter painter = new CaptionPainter(size.width(), size.height());
    for (Cue cue : burned.cues()) {
      long first = Math.max(rate.frameAt(cue.startSeconds()), cut.recapFrame());
      long last = Math.min(rate.frameAt(cue.endSeconds()), cut.recapEnd()) - 1;
      if (first > last || cue.text().isBlank()) {
        continue;
      }
      Path png = work.resolve("cut" + index + "-caption" + drawn.size() + ".png");
      CaptionPainter.Drawn caption = painter.draw(cue.text());
      ImageIO.write(caption.image(), "png", png.toFile());
      drawn.add(
          new CutGraph.Burned(png, caption, first - cut.recapFrame(), last - cut.recapFrame()));
    }
    return drawn;
  }
}
