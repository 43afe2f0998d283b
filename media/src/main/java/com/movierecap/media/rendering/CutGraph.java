package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.Colours;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The filters that make one cut: exactly its pictures, once decoded, in every shape and size that
 * is wanted.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html">FFmpeg's filters</a>
 */
final class CutGraph {
  private static final double PICTURE_FADE_OUT = 0.4;

  /** Read behind a cut, since only the next picture tells how long the one before it is shown. */
  private static final double BEHIND_SECONDS = 1;

  private final SourceFilm film;
  private final Cut cut;
  private final CutList list;
  private final Fitting fitting;
  private final Reframing reframing;

  CutGraph(SourceFilm film, Cut cut, CutList list, Fitting fitting, Reframing reframing) {
    this.fitting = fitting;
    this.film = film;
    this.cut = cut;
    this.list = list;
    this.reframing = reframing;
  }

  /** The film from this cut's first picture on. */
  FfmpegInput input(int attempt, String... before) {
    List<String> options = new ArrayList<>(List.of(before));
    if (fitting.changing() && !film.interlaced()) {
      // else filters begin anew with the first picture of another size, and lose those they hold
      options.addAll(List.of("-reinit_filter", "0"));
    }
    return film.pictures(seconds(cut.filmFrame()), attempt, options.toArray(String[]::new));
  }

  private double seconds(long frames) {
    return list.rate().seconds(frames);
  }

  private double half() {
    return seconds(1) / 2;
  }

  /**
   * Ends in {@code [arrived]}, of which only the times count, {@code [shape0]} and so on, {@code
   * [low]}, and {@code [tiles]} and {@code [preview]} where this cut has any.
   *
   * @param overlays of each shape; the first one's first is input 1, and so on
   */
  String filters(List<Shape> shapes, List<List<Overlay>> overlays, Stills stills) {
    StringBuilder graph = new StringBuilder("[0:" + film.video() + "]");
    if (film.interlaced()) {
      graph.append("bwdif=mode=send_frame:deint=interlaced,");
    }
    double first = film.fileSeconds(seconds(cut.filmFrame()));
    // films of uneven pace get an even one here; a film that ends early holds its last picture.
    // Time is counted finely: half a picture is no whole number of every film's ticks
    graph.append(
        String.format(
            Locale.ROOT,
            "settb=AVTB,setpts=PTS-%.6f/TB,trim=start=%.6f:end=%.6f,split[all][each];"
                + "[each]crop=8:8:0:0[arrived];[all]fps=%s:start_time=0:round=near,"
                + "tpad=stop=-1:stop_mode=clone,trim=end_frame=%d,split=%d",
            first,
            -half(),
            // else those that are only counted are read to the end of the film
            seconds(cut.frames()) + BEHIND_SECONDS,
            list.rate(),
            cut.frames(),
            shapes.size()));
    for (int i = 0; i < shapes.size(); i++) {
      graph.append("[film").append(i).append(']');
    }
    int input = 1;
    for (int i = 0; i < shapes.size(); i++) {
      graph.append(";[film").append(i).append(']');
      shape(graph, shapes.get(i).size(), overlays.get(i), input);
      graph.append(i == 0 ? "[main]" : "[shape" + i + "]");
      input += overlays.get(i).size();
    }
    small(graph, shapes.get(0).size(), stills);
    return graph.toString();
  }

  private void shape(StringBuilder graph, PictureSize size, List<Overlay> overlays, int input) {
    graph.append(fitting.filters(cut)).append(reframing.filters(cut, size));
    graph.append(Colours.filters(film.probe().picture())).append(",setsar=1,format=yuv420p");
    for (int i = 0; i < overlays.size(); i++) {
      Overlay o = overlays.get(i);
      graph.append(
          String.format(
              Locale.ROOT,
              "[v%d];[v%d][%d:v]overlay=%d:%d:enable='between(n,%d,%d)'",
              input + i,
              input + i,
              input + i,
              o.x(),
              o.y(),
              o.firstFrame(),
              o.lastFrame()));
    }
    fades(graph);
  }

  private static void small(StringBuilder graph, PictureSize main, Stills stills) {
    List<String> copies = new ArrayList<>(List.of("[shape0]", "[full]"));
    PictureSize low = main.low();
    StringBuilder more =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                ";[full]scale=%d:%d:flags=fast_bilinear[low]",
                low.width(),
                low.height()));
    if (!stills.tiles().isEmpty()) {
      PictureSize tile = Storyboard.tile(main.width(), main.height());
      copies.add("[tiled]");
      more.append(";[tiled]").append(select(stills.tiles())).append(",scale=");
      more.append(tile.width()).append(':').append(tile.height()).append(",format=rgb24[tiles]");
    }
    if (!stills.preview().isEmpty()) {
      PictureSize size = Preview.size(main);
      copies.add("[moving]");
      more.append(";[moving]").append(select(stills.preview())).append(",scale=");
      // WebP is read by this matrix, and cannot say another
      more.append(size.width()).append(':').append(size.height());
      more.append(":out_color_matrix=smpte170m[preview]");
    }
    graph.append(";[main]split=").append(copies.size()).append(String.join("", copies));
    graph.append(more);
  }

  private static String select(List<Long> pictures) {
    return "select='" + FrameExpression.oneOf(pictures) + "'";
  }

  private void fades(StringBuilder graph) {
    // none at the start: a recap's first picture is what messengers and file managers show of it
    if (cut.recapEnd() == list.frames()) {
      double fade = fadeOut(list);
      double start = seconds(cut.frames()) - fade;
      graph.append(String.format(Locale.ROOT, ",fade=t=out:st=%.4f:d=%.4f", start, fade));
    }
  }

  /** How long the last picture takes to turn black, in seconds. */
  static double fadeOut(CutList list) {
    List<Cut> cuts = list.cuts();
    double last = list.rate().seconds(cuts.get(cuts.size() - 1).frames());
    return Math.min(PICTURE_FADE_OUT, Math.min(list.seconds() / 4, last / 2));
  }
}
