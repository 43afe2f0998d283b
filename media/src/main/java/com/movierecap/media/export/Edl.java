package com.movierecap.media.export;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Pick;
import com.movierecap.media.Timeline;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cut list every editing suite reads: CMX 3600. Timecodes count pictures at the nominal rate
 * (24 for 23.976) without dropping numbers; the record side begins at one hour, as tapes did.
 *
 * <p>An event's line: number, reel, channels, {@code C} for cut, source in and out, record in and
 * out; outs are the picture after the last.
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
  public static String of(String filmName, MovieInfo movie, Timeline timeline) {
    FrameRate rate = FrameRate.of(movie.frameRate());
    int nominal = (int) Math.round(rate.perSecond());
    String channels = movie.audioCodec() == null ? "V" : "B";
    StringBuilder text = new StringBuilder();
    text.append("TITLE: ").append(oneLine(filmName)).append(" RECAP\n");
    text.append("FCM: NON-DROP FRAME\n");
    long record = 3600L * nominal;
    int event = 1;
    for (Pick pick : timeline.picks()) {
      long in = rate.frameAt(pick.startSeconds());
      long out = rate.frameAt(pick.endSeconds());
      if (out <= in) {
        continue;
      }
      long recordOut = record + out - in;
      text.append(
          String.format(
              Locale.ROOT,
              "\n%03d  %-8s %-5s C        %s %s %s %s\n* FROM CLIP NAME: %s\n",
              event++,
              REEL,
              channels,
              timecode(in, nominal),
              timecode(out, nominal),
              timecode(record, nominal),
              timecode(recordOut, nominal),
              oneLine(filmName)));
      text.append("* COMMENT: ").append(reasons(pick)).append('\n');
      record = recordOut;
    }
    return text.toString();
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
