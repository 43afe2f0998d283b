package com.movierecap.media.rendering.lossless;

import com.movierecap.media.Pick;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The input and the bitstream filters that copy stretches of a film packet by packet.
 *
 * <p>FFmpeg's concat demuxer seeks to somewhat before every stretch and reads somewhat beyond it,
 * each on a clock of its own far from the others'. {@code noise} then drops what does not belong to
 * the stretch: pictures before its first key picture is decoded or shown, and all from the key
 * picture at its end on. {@code setts} closes the gaps between the clocks; where pictures after a
 * keyframe were dropped, it is decoded later than its film said, but never after it is shown. So
 * sound and picture keep their distance to the tick, and nothing is ever decoded.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-formats.html#concat">concat</a>
 * @see <a href="https://ffmpeg.org/ffmpeg-bitstream-filters.html">bitstream filters</a>
 */
public final class PacketCopy {
  /**
   * Each packet is decoded after the one before it: what follows a cut may have been meant to be
   * decoded earlier, but never has to be, since it is shown later.
   */
  public static final String IN_ORDER = "setts=pts=PTS:dts='max(DTS,PREV_OUTDTS+1)'";

  /** Transport streams have no index: a seek lands only near the time. */
  private static final double BEFORE_SECONDS = 3;

  /** Sound and picture of one time may lie apart in the file. */
  private static final double AFTER_SECONDS = 5;

  /** Between the stretches' own clocks; more than may stray over from a neighbour. */
  private static final double APART_SECONDS = 60;

  /** Less than half a picture of 120 a second: time stamps are rounded in analyses. */
  private static final double ROUNDING_SECONDS = 0.004;

  /**
   * @param from where reading begins, in film seconds; below zero where sound precedes the picture
   * @param read for how many seconds
   * @param clock where {@code from} lies on the clocks of all
   */
  private record Stretch(double from, double read, double clock, Pick pick) {
    double start() {
      return clock + pick.startSeconds() - from;
    }

    double end() {
      return clock + pick.endSeconds() - from;
    }
  }

  private final SourceFilm film;
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * @param picks from keyframe to keyframe
   */
  public PacketCopy(SourceFilm film, List<Pick> picks) {
    this.film = film;
    double clock = 0;
    for (Pick pick : picks) {
      double from = pick.startSeconds() - BEFORE_SECONDS;
      if (from <= 0) {
        // not sought for, since a seek to the first keyframe may land on the second
        from = film.probe().startSeconds() - film.zero();
      }
      double read = pick.endSeconds() + AFTER_SECONDS - from;
      stretches.add(new Stretch(from, read, clock, pick));
      clock += read + APART_SECONDS;
    }
  }

  /** Writes the list into {@code work}; only files of the film's own container are opened by it. */
  public FfmpegInput input(Path work) throws IOException {
    Path link = work.resolve("film");
    Files.createSymbolicLink(link, film.file().toAbsolutePath());
    StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
    for (Stretch s : stretches) {
      double from = film.fileSeconds(s.from());
      list.append("file film\n");
      if (s.pick().startSeconds() > BEFORE_SECONDS) {
        list.append(String.format(Locale.ROOT, "inpoint %.6f\n", from));
      }
      list.append(
          String.format(
              Locale.ROOT,
              "outpoint %.6f\nduration %.6f\n",
              from + s.read(),
              s.read() + APART_SECONDS));
    }
    Path names = work.resolve("film.ffconcat");
    Files.writeString(names, list);
    // as it is, the demuxer would turn H.264 packets into another form
    return new FfmpegInput(
        names,
        "concat",
        "-format_whitelist",
        "concat," + film.demuxer(),
        "-auto_convert",
        "0",
        "-copyts");
  }

  /** For the picture's packets. The register 0 of the expression holds whether one is in reach. */
  public String pictureFilter() {
    String inside = inside(ROUNDING_SECONDS, false);
    return filter("not(st(0,if(key," + inside + ",ld(0)))*(" + inside + "))");
  }

  /** For the packets of the sound, which may run on under the next stretch's pictures. */
  public String soundFilter() {
    return filter("not(" + inside(0, true) + ")");
  }

  private String filter(String drop) {
    String shift = shift();
    return String.format(
        "noise=drop='%s',setts=pts='PTS-%s':dts='DTS-%s',%s", drop, shift, shift, IN_ORDER);
  }

  private String inside(double early, boolean tails) {
    List<String> ranges = new ArrayList<>();
    double before = 0;
    for (Stretch s : stretches) {
      double tail = tails ? s.pick().tailSeconds() : 0;
      double start = s.start() - early + before;
      double end = s.end() - early + tail;
      ranges.add(String.format(Locale.ROOT, "gte(pts*tb,%.6f)*lt(pts*tb,%.6f)", start, end));
      before = tail;
    }
    return String.join("+", ranges);
  }

  /** Ticks from a stretch's own clock back to the recap's. */
  private String shift() {
    StringBuilder sum = new StringBuilder("(0");
    double recap = 0;
    double before = 0;
    for (Stretch s : stretches) {
      double shift = s.start() - recap;
      // the middle of the gap before it
      double boundary = s.clock() - APART_SECONDS / 2;
      sum.append(String.format(Locale.ROOT, "+gte(PTS*TB,%.6f)*%.6f", boundary, shift - before));
      before = shift;
      recap += s.pick().lengthSeconds();
    }
    return sum.append(")/TB").toString();
  }
}
