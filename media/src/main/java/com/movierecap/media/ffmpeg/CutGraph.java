package com.movierecap.media.ffmpeg;

import com.movierecap.media.FrameRate;
import com.movierecap.media.captions.CaptionPainter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The filters that make one cut: exactly its pictures and exactly as much sound.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html">FFmpeg's filters</a>
 */
final class CutGraph {
  static final int SAMPLE_RATE = 48_000;

  /** Equal-power fade of the sound at a join, against clicks: 20 ms. */
  private static final int JOIN_SAMPLES = SAMPLE_RATE / 50;

  private static final double PICTURE_FADE_IN = 0.2;
  private static final double PICTURE_FADE_OUT = 0.4;

  /** A caption drawn for this cut, shown from one of its pictures to another (inclusive). */
  record Burned(Path png, CaptionPainter.Drawn drawn, long firstFrame, long lastFrame) {}

  private final SourceFilm film;
  private final Cut cut;
  private final FrameRate rate;
  private final long recapFrames;

  CutGraph(SourceFilm film, Cut cut, FrameRate rate, long recapFrames) {
    this.film = film;
    this.cut = cut;
    this.rate = rate;
    this.recapFrames = recapFrames;
  }

  /** Where to seek to: half a picture early, as seeking keeps what begins at or after its time. */
  double seekSeconds() {
    return Math.max(0, rate.seconds(cut.filmFrame()) - half() - film.preroll());
  }

  private double half() {
    return rate.seconds(1) / 2;
  }

  /** How much to read from there; the filters end it to the picture. */
  double readSeconds() {
    return lead() + rate.seconds(cut.frames()) + 1;
  }

  private double lead() {
    return rate.seconds(cut.filmFrame()) - seekSeconds();
  }

  int samples() {
    return (int)
        (rate.sampleAt(cut.recapEnd(), SAMPLE_RATE) - rate.sampleAt(cut.recapFrame(), SAMPLE_RATE));
  }

  /**
   * @param tiles pictures of this cut, counted within it, that go into the storyboard
   * @param burned input 1 is the first one's picture, and so on
   */
  String video(PictureSize size, List<Long> tiles, List<Burned> burned) {
    StringBuilder graph = new StringBuilder("[0:" + film.video() + "]");
    if (film.interlaced()) {
      graph.append("bwdif=mode=send_frame:deint=interlaced,");
    }
    // films of uneven pace get an even one here; a film that ends early holds its last picture
    graph.append(
        String.format(
            Locale.ROOT,
            "trim=start=%.6f,setpts=PTS-%.6f/TB,fps=%s:start_time=0:round=near,"
                + "tpad=stop=-1:stop_mode=clone,trim=end_frame=%d,%s",
            Math.max(0, lead() - half()),
            lead(),
            rate,
            cut.frames(),
            size.filters()));
    for (int i = 0; i < burned.size(); i++) {
      Burned b = burned.get(i);
      graph.append(
          String.format(
              Locale.ROOT,
              "[v%d];[v%d][%d:v]overlay=%d:%d:enable='between(n,%d,%d)'",
              i,
              i,
              i + 1,
              b.drawn().x(),
              b.drawn().y(),
              b.firstFrame(),
              b.lastFrame()));
    }
    fades(graph);
    if (tiles.isEmpty()) {
      return graph.append("[video]").toString();
    }
    String wanted = String.join("+", tiles.stream().map(n -> "eq(n," + n + ")").toList());
    return graph
        .append("[both];[both]split[video][small];[small]select='")
        .append(wanted)
        .append("',scale=" + Storyboard.TILE_WIDTH + ":")
        .append(Storyboard.tileHeight(size.width(), size.height()))
        .append(",format=rgb24[tiles]")
        .toString();
  }

  private void fades(StringBuilder graph) {
    double length = rate.seconds(recapFrames);
    if (cut.recapFrame() == 0) {
      double fade = Math.min(PICTURE_FADE_IN, length / 4);
      graph.append(String.format(Locale.ROOT, ",fade=t=in:st=0:d=%.4f", fade));
    }
    if (cut.recapEnd() == recapFrames) {
      double fade = fadeOut();
      double start = rate.seconds(cut.frames()) - fade;
      graph.append(String.format(Locale.ROOT, ",fade=t=out:st=%.4f:d=%.4f", start, fade));
    }
  }

  private double fadeOut() {
    double most = Math.min(rate.seconds(recapFrames) / 4, rate.seconds(cut.frames()) / 2);
    return Math.min(PICTURE_FADE_OUT, most);
  }

  /** Sound begins with the first picture and is as long as all of them, to the sample. */
  String audio(int stream) {
    int samples = samples();
    int in = Math.min(JOIN_SAMPLES, samples / 4);
    boolean last = cut.recapEnd() == recapFrames;
    int out = last ? (int) (fadeOut() * SAMPLE_RATE) : in;
    return String.format(
        Locale.ROOT,
        "[0:%d]aresample=%d:async=1:first_pts=0,"
            + "aformat=sample_fmts=flt:channel_layouts=stereo,"
            + "atrim=start_sample=%d,asetpts=N,apad=whole_len=%d,atrim=end_sample=%d,"
            + "afade=t=in:ns=%d:curve=qsin,afade=t=out:ss=%d:ns=%d:curve=qsin[audio]",
        stream,
        SAMPLE_RATE,
        Math.round(lead() * SAMPLE_RATE),
        samples,
        samples,
        Math.max(1, in),
        samples - out,
        Math.max(1, out));
  }

  /** The storyboard's pictures that fall into this cut, counted within it. */
  List<Long> tilesWithin(List<Long> recapPictures) {
    List<Long> within = new ArrayList<>();
    for (long picture : recapPictures) {
      if (picture >= cut.recapFrame() && picture < cut.recapEnd()) {
        within.add(picture - cut.recapFrame());
      }
    }
    return within;
  }
}
