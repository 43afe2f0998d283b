package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.OutputFile;
import com.movierecap.media.Progress;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegException;
import com.movierecap.media.ffmpeg.FilmTimes;
import com.movierecap.media.ffmpeg.Loudness;
import com.movierecap.media.ffmpeg.ProcessPool;
import com.movierecap.media.ffmpeg.SourceFilm;
import com.movierecap.media.rendering.CutEncoder.Encoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a timeline as MP4s of every shape asked for, as streams for players, with its captions,
 * chapters, poster, storyboard and preview.
 *
 * <p>Every cut's pictures are decoded once and encoded by themselves ({@link CutEncoder}); beside
 * that the sound of all cuts is laid together ({@link SoundJoin}) and brought to one loudness
 * ({@link RecapSound}); then both are joined without encoding the picture a second time ({@link
 * Muxer}), while the small pictures are laid together.
 */
public final class RecapRenderer {
  /**
   * Renders into {@code out}, a folder that exists.
   *
   * @throws com.movierecap.media.UnusableInputException where the watermark cannot be read
   */
  public Rendition render(
      Path film,
      MovieAnalysis analysis,
      Timeline timeline,
      RecapRequest request,
      Path out,
      Progress progress) {
    Path work = temporaryFolder(out);
    try {
      return request.rendering().lossless()
          ? new LosslessCut(film, analysis, request, out, work).write(timeline, progress)
          : render(film, analysis, timeline, request.rendering(), out, work, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(work);
    }
  }

  private static Rendition render(
      Path film,
      MovieAnalysis analysis,
      Timeline timeline,
      Rendering rendering,
      Path out,
      Path work,
      Progress progress)
      throws IOException {
    progress.at(Stage.RENDER, 0);
    @Nullable WatermarkPainter watermark = WatermarkPainter.open(rendering.watermark());
    SourceFilm source = SourceFilm.open(film, analysis.movie(), work);
    CutList list = CutList.of(timeline, analysis.movie());
    FrameRate rate = list.rate();
    long frames = list.frames();
    if (frames == 0) {
      throw new IllegalArgumentException("the timeline is empty");
    }
    TextTracks texts = TextTracks.write(list, analysis, out, work);
    Reframing reframing =
        new Reframing(
            source.width(), source.height(), analysis.movie().area(), analysis.shots(), rate);
    Fitting fitting = new Fitting(analysis.movie(), rate);
    List<Shape> shapes = Shape.of(rendering, reframing);
    List<CutSound> sounds = CutSound.of(list.cuts(), rate, analysis, CutGraph.fadeOut(list));
    Stills stills = new Stills(Storyboard.pictures(list), Preview.pictures(list));
    boolean burned = rendering.captions() == Captions.BURNED;
    Promise promise = new Promise(new FilmTimes(source.probe()));
    Overlays overlays = new Overlays(burned ? texts.captions() : null, watermark, rate);
    @Nullable Integer stream = source.audio();
    @Nullable Path sound = stream == null ? null : work.resolve("sound.m4a");
    boolean track = texts.soft(rendering);
    PictureSize main = shapes.get(0).size();
    double loudness = Loudness.SILENCE;
    try (ProcessPool beside = new ProcessPool(1)) {
      // done long before the pictures are, most of it by one processor
      @Nullable Future<Loudness> heard = null;
      if (stream != null && sound != null) {
        long samples = rate.sampleAt(frames, CutSound.SAMPLE_RATE);
        double target = rendering.loudness().lufs();
        heard =
            beside.start(
                () ->
                    RecapSound.write(
                        source, stream, sounds, promise, samples, target, work, sound));
      }
      Future<?> poster =
          beside.run(() -> Poster.write(source, rate, analysis.posterSeconds(), out));
      List<Encoded> encoded =
          new CutEncoder(source, list, shapes, fitting, reframing, overlays, stills, promise, work)
              .encode(n -> progress.at(Stage.RENDER, 0.94 * Math.min(1, n / (double) frames)));
      Future<?> small =
          beside.run(
              () -> {
                List<Path> tiles = files(encoded, Encoded::tiles);
                Storyboard.write(tiles, main, stills.tiles().size(), list.seconds(), out);
                Preview.write(files(encoded, Encoded::preview), main, rate, work, out);
              });
      @Nullable Path audible = sound;
      if (heard != null) {
        try {
          loudness = ProcessPool.await(heard).integratedLufs();
        } catch (FfmpegException e) {
          if (analysis.movie().audioCodec() != null) {
            throw e;
          }
          // the analysis could not decode it either, and has said so
          audible = null;
        }
      }
      new Muxer(encoded, rate, audible, texts, track, work).write(shapes, out);
      for (Shape shape : shapes) {
        Written.check(out.resolve(shape.file()), frames, list.seconds(), audible != null);
      }
      new HlsMaster(out, rate, audible != null)
          .write(main, main.low(), track ? texts : null, list.seconds());
      progress.at(Stage.RENDER, 0.97);
      ProcessPool.await(poster);
      ProcessPool.await(small);
    }
    progress.at(Stage.RENDER, 1);
    return new Rendition(
        timeline, list.seconds(), timeline.lengthSeconds(), null, loudness, outputs(shapes, track));
  }

  private static List<Path> files(List<Encoded> encoded, Function<Encoded, @Nullable Path> of) {
    return encoded.stream().map(of).filter(Objects::nonNull).toList();
  }

  private static List<OutputFile> outputs(List<Shape> shapes, boolean captionStream) {
    List<String> names = new ArrayList<>(shapes.stream().map(Shape::file).toList());
    names.addAll(List.of("recap.vtt", "chapters.vtt"));
    names.addAll(List.of("poster.jpg", "storyboard.jpg", "storyboard.vtt", Preview.NAME));
    names.add(HlsMaster.NAME);
    for (String stream : List.of(HlsMaster.HIGH, HlsMaster.LOW)) {
      names.addAll(List.of(stream + ".m3u8", stream + ".mp4"));
    }
    if (captionStream) {
      names.addAll(List.of(HlsMaster.CAPTIONS + ".m3u8", HlsMaster.CAPTIONS + ".vtt"));
    }
    return names.stream().map(OutputFile::named).toList();
  }

  static Path temporaryFolder(Path out) {
    try {
      return Files.createTempDirectory(out, ".render");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      // deepest first
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
