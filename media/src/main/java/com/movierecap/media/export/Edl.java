package com.movierecap.media.export;

import com.movierecap.media.MovieInfo;
import com.movierecap.media.Original;
import com.movierecap.media.Pick;
import com.movierecap.media.Timecode;
import com.movierecap.media.rendering.Cut;
import com.movierecap.media.rendering.CutList;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cut list every editing suite reads: CMX 3600. Timecodes count pictures at the nominal rate
 * (24 for 23.976), from the film's own timecode where it has one and dropping numbers where that
 * does; the record side begins at one hour, as tapes did.
 *
 * <p>An event's line: number, reel, channels, {@code C} for cut, source in and out, record in and
 * out; outs are the picture after the last. Where the sound of a pick runs on under the next one,
 * picture ({@code V}) and sound ({@code A}) are events of their own.
 *
 * @see <a href="https://opentimelineio.readthedocs.io">OpenTimelineIO, adapter cmx_3600</a>
 */
public final class Edl {
  /** What stands for a source without a name. */
  private static final String NO_REEL = "AX";

  private static final int LONGEST_REEL = 8;

  private Edl() {}

  /**
   * @param filmName as the editor will look for it, such as {@code film.mp4}
   */
  public static String of(String filmName, MovieInfo movie, CutList cuts) {
    String reel = reel(filmName, movie);
    boolean sound = movie.audioCodec() != null;
    StringBuilder text = new StringBuilder();
    text.append("TITLE: ").append(oneLine(filmName)).append(" RECAP\n");
    text.append(cuts.dropFrame() ? "FCM: DROP FRAME\n" : "FCM: NON-DROP FRAME\n");
    int number = 1;
    for (CutList.Event event : cuts.events()) {
      Cut cut = event.cut();
      boolean split = sound && cut.split();
      String channels = !sound || split ? "V" : "B";
      String tell =
          String.format(
              Locale.ROOT,
              "* FROM CLIP NAME: %s\n* COMMENT: %s\n",
              oneLine(filmName),
              reasons(event.pick()));
      text.append(
          line(number++, reel, channels, cuts, cut.filmFrame(), cut.recapFrame(), cut.frames()));
      text.append(tell);
      if (split) {
        text.append(
            line(
                number++,
                reel,
                "A",
                cuts,
                cut.soundFilmFrame(),
                cut.soundRecapFrame(),
                cut.soundFrames()));
        text.append(tell);
      }
    }
    return text.toString();
  }

  private static String line(
      int number, String reel, String channels, CutList cuts, long film, long recap, long frames) {
    long source = cuts.tapeFrame() + film;
    boolean drop = cuts.dropFrame();
    long record = Timecode.hour(cuts.rate(), drop) + recap;
    return String.format(
        Locale.ROOT,
        "\n%03d  %-8s %-5s C        %s %s %s %s\n",
        number,
        reel,
        channels,
        Timecode.text(source, cuts.rate(), drop),
        Timecode.text(source + frames, cuts.rate(), drop),
        Timecode.text(record, cuts.rate(), drop),
        Timecode.text(record + frames, cuts.rate(), drop));
  }

  /** The tape's name, or as much of the file's as a reel may be called. */
  private static String reel(String filmName, MovieInfo movie) {
    @Nullable Original original = movie.original();
    @Nullable Timecode timecode = original == null ? null : original.timecode();
    @Nullable String tape = timecode == null ? null : timecode.reel();
    int dot = filmName.lastIndexOf('.');
    String name = tape != null ? tape : dot > 0 ? filmName.substring(0, dot) : filmName;
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z0-9_]", "")
            .toUpperCase(Locale.ROOT);
    return plain.isEmpty() ? NO_REEL : plain.substring(0, Math.min(LONGEST_REEL, plain.length()));
  }

  private static String reasons(Pick pick) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "SCORE %.2f", pick.score()));
    for (Map.Entry<String, Double> reason : new TreeMap<>(pick.reasons()).entrySet()) {
      text.append(String.format(Locale.ROOT, " %s %.2f", reason.getKey(), reason.getValue()));
    }
    return text.toString();
  }

  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}]", " ");
  }
}
