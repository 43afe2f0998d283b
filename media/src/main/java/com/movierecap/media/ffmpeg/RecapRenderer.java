package com.movierecap.media.ffmpeg;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Progress;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.TimeRange;
import com.movierecap.media.Timeline;
import com.movierecap.media.captions.CaptionTrack;
import com.movierecap.media.ffmpeg.CutEncoder.Encoded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a timeline as an MP4 with its captions, poster and storyboard.
 *
 * <p>Three steps: every cut is encoded by itself ({@link CutEncoder}), the sound of all of them is
 * brought to one loudness ({@link RecapSound}), and both are joined without encoding the picture a
 * second time.
 */
public final class RecapRenderer {
  private static final double TILE_SECONDS = 2;
  private static final int MOST_TILES = 100;

  /**
   * @param lengthSeconds of the MP4, as written
   * @param loudnessLufs integrated loudness of the MP4; -70 where silent
   */
  public record Rendition(double lengthSeconds, double loudnessLufs) {}

  /**
   * Writes {@code recap.mp4 recap.vtt poster.jpg storyboard.jpg storyboard.vtt} into {@code out}.
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
      return render(film, analysis, timeline, request, out, work, progress);
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
      RecapRequest request,
      Path out,
      Path work,
      Progress progress)
      throws IOException {
    progress.at(Stage.RENDER, 0);
    SourceFilm source = SourceFilm.open(film);
    FrameRate rate = FrameRate.of(analysis.movie().frameRate());
    List<Cut> cuts = Cut.of(timeline, rate);
    long frames = Cut.frames(cuts);
    if (frames == 0) {
      throw new IllegalArgumentException("the timeline is empty");
    }
    CaptionTrack captions = CaptionTrack.of(analysis.cues(), pieces(cuts, rate));
    captions.write(out.resolve("recap.vtt"));
    PictureSize size =
        PictureSize.of(source.width(), source.height(), request.rendering().aspect());
    List<Long> tiles = tilePictures(frames, rate);
    List<Encoded> encoded =
        new CutEncoder(
                source,
                rate,
                size,
                cuts,
                request.rendering().captions() == Captions.BURNED ? captions : null,
                tiles,
                work)
            .encode(n -> progress.at(Stage.RENDER, 0.9 * Math.min(1, n / (double) frames)));
    @Nullable Path sound = null;
    double loudness = Loudness.SILENCE;
    if (source.audio() != null) {
      sound = work.resolve("sound.m4a");
      loudness = RecapSound.encode(joinedSound(encoded, work), sound).integratedLufs();
    }
    progress.at(Stage.RENDER, 0.94);
    boolean track = request.rendering().captions() == Captions.SOFT && !captions.cues().isEmpty();
    join(encoded, rate, sound, track ? out.resolve("recap.vtt") : null, work, out);
    progress.at(Stage.RENDER, 0.97);
    storyboard(encoded, size, tiles, frames, rate, out);
    Poster.write(source, rate, analysis.posterSeconds(), out);
    progress.at(Stage.RENDER, 1);
    return new Rendition(rate.seconds(frames), loudness);
  }

  private static List<CaptionTrack.Piece> pieces(List<Cut> cuts, FrameRate rate) {
    return cuts.stream()
        .map(
            cut ->
                new CaptionTrack.Piece(
                    new TimeRange(
                        rate.seconds(cut.filmFrame()),
                        rate.seconds(cut.filmFrame() + cut.frames())),
                    rate.seconds(cut.recapFrame())))
        .toList();
  }

  /** The middle picture of each tile's time; a tile every two seconds, fewer in a long recap. */
  private static List<Long> tilePictures(long frames, FrameRate rate) {
    int count = tileCount(frames, rate);
    List<Long> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add((2L * i + 1) * frames / (2L * count));
    }
    return pictures;
  }

  private static int tileCount(long frames, FrameRate rate) {
    long wanted = (long) Math.ceil(rate.seconds(frames) / TILE_SECONDS);
    return (int) Math.max(1, Math.min(MOST_TILES, Math.min(frames, wanted)));
  }

  private static Path joinedSound(List<Encoded> encoded, Path work) throws IOException {
    Path joined = work.resolve("sound.f32");
    try (OutputStream to = Files.newOutputStream(joined)) {
      for (Encoded cut : encoded) {
        if (cut.sound() != null) {
          Files.copy(cut.sound(), to);
        }
      }
    }
    return joined;
  }

  private static void join(
      List<Encoded> encoded,
      FrameRate rate,
      @Nullable Path sound,
      @Nullable Path captions,
      Path work,
      Path out)
      throws IOException {
    StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
    for (Encoded cut : encoded) {
      list.append("file ")
          .append(cut.video().getFileName())
          .append(
              String.format(Locale.ROOT, "\nduration %.6f\n", rate.seconds(cut.cut().frames())));
    }
    Path names = work.resolve("cuts.ffconcat");
    Files.writeString(names, list);
    List<String> arguments = new ArrayList<>(new FfmpegInput(names, "concat").arguments());
    List<String> maps = new ArrayList<>(List.of("-map", "0:v"));
    int inputs = 1;
    if (sound != null) {
      arguments.addAll(new FfmpegInput(sound, "mp4").arguments());
      maps.addAll(List.of("-map", inputs++ + ":a"));
    }
    if (captions != null) {
      arguments.addAll(new FfmpegInput(captions, "webvtt").arguments());
      maps.addAll(List.of("-map", inputs + ":s", "-disposition:s:0", "default"));
    }
    arguments.addAll(maps);
    arguments.addAll(
        List.of(
            "-c:v",
            "copy",
            "-c:a",
            "copy",
            "-c:s",
            "mov_text",
            "-movflags",
            "+faststart",
            "-f",
            "mp4",
            out.resolve("recap.mp4").toString()));
    FfmpegProgram.run(arguments);
  }

  private static void storyboard(
      List<Encoded> encoded,
      PictureSize size,
      List<Long> tiles,
      long frames,
      FrameRate rate,
      Path out)
      throws IOException {
    Storyboard storyboard = new Storyboard(size.width(), size.height());
    double each = rate.seconds(frames) / tiles.size();
    int tile = 0;
    for (Encoded cut : encoded) {
      if (!Files.exists(cut.tiles())) {
        continue;
      }
      byte[] rgb = Files.readAllBytes(cut.tiles());
      for (int at = 0; at + storyboard.tileBytes() <= rgb.length; at += storyboard.tileBytes()) {
        storyboard.add(rgb, at, new TimeRange(tile * each, (tile + 1) * each));
        tile++;
      }
    }
    storyboard.write(out);
  }

  private static Path temporaryFolder(Path out) {
    try {
      return Files.createTempDirectory(out, ".render");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      // deepest first
      files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
