package com.movierecap.media.export;

import com.movierecap.media.MovieInfo;
import com.movierecap.media.Pick;
import com.movierecap.media.rendering.Cut;
import com.movierecap.media.rendering.CutList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cut list every editing suite reads: CMX 3600. Timecodes count pictures at the nominal rate
 * (24 for 23.976) without dropping numbers; the record side begins at one hour, as tapes did.
 *
 * <p>An event's line: number, reel, channels, {@code C} for cut, source in and out, record in and
 * out; outs are the picture after the last. Where the sound of a pick runs on under the next one,
 * picture ({@code V}) and sound ({@code A}) are events of their own.
 *
 * @see <a href="https://opentimelineio.readthedocs.io">OpenTimelineIO, adapter cmx_3600</a>
 */
public final class Edl {
  /** Eight characters at most; AX stands for a source without a tape. */
  private static final String REEL = "AX";

  private Edl() {}

  /**
   * @param filmName as the editor will look for it, such as {@code film.mp4}
   */
  public static String of(String filmName, MovieInfo movie, CutList cuts) {
    int nominal = (int) Math.round(cuts.rate().perSecond());
    boolean sound = movie.audioCodec() != null;
    StringBuilder text = new StringBuilder();
    text.append("TITLE: ").append(oneLine(filmName)).append(" RECAP\n");
    text.append("FCM: NON-DROP FRAME\n");
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
          line(number++, channels, nominal, cut.filmFrame(), cut.recapFrame(), cut.frames()));
      text.append(tell);
      if (split) {
        text.append(
            line(
                number++,
                "A",
                nominal,
                cut.soundFilmFrame(),
                cut.soundRecapFrame(),
                cut.soundFrames()));
        text.append(tell);
      }
    }
    return text.toString();
  }

  private static String line(
      int number, String channels, int nominal, long film, long recap, long frames) {
    long record = 3600L * nominal + recap;
    return String.format(
        Locale.ROOT,
        "\n%03d  %-8s %-5s C        %s %s %s %s\n",
        number,
        REEL,
        channels,
        timecode(film, nominal),
        timecode(film + frames, nominal),
        timecode(record, nominal),
        timecode(record + frames, nominal));
  }

  /** {@code HH:MM:SS:FF}. */
  static String timecode(long frame, int nominal) {
    long seconds = frame / nominal;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d:%02d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        frame % nominal);
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
