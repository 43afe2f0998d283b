package com.movierecap.media.export;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.rendering.Cut;
import com.movierecap.media.rendering.CutList;
import java.util.Locale;

/**
 * The timeline as Final Cut Pro and DaVinci Resolve read it: FCPXML 1.10, an asset clip for every
 * pick on the spine. Times are fractions of whole pictures ({@code 1001/24000s}); where sound and
 * picture are cut apart, {@code audioStart} and {@code audioDuration} say so.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/professional-video-applications/fcpxml-reference">FCPXML</a>
 */
public final class Fcpxml {
  private Fcpxml() {}

  /**
   * @param filmName name of the clip and of the file it comes from
   */
  public static String of(String filmName, MovieInfo movie, CutList cuts) {
    FrameRate rate = cuts.rate();
    String name = escaped(filmName);
    boolean sound = movie.audioCodec() != null;
    StringBuilder clips = new StringBuilder();
    for (CutList.Event event : cuts.events()) {
      Cut cut = event.cut();
      clips.append(
          String.format(
              Locale.ROOT,
              "            <asset-clip ref=\"r2\" name=\"%s\" offset=\"%s\" start=\"%s\""
                  + " duration=\"%s\"%s format=\"r1\" tcFormat=\"NDF\"/>\n",
              name,
              time(cut.recapFrame(), rate),
              time(cut.filmFrame(), rate),
              time(cut.frames(), rate),
              sound && cut.split()
                  ? String.format(
                      Locale.ROOT,
                      " audioStart=\"%s\" audioDuration=\"%s\"",
                      time(cut.soundFilmFrame(), rate),
                      time(cut.soundFrames(), rate))
                  : ""));
    }
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE fcpxml>
        <fcpxml version="1.10">
          <resources>
            <format id="r1" frameDuration="%1$s" width="%2$d" height="%3$d"/>
            <asset id="r2" name="%4$s" start="0s" duration="%5$s" hasVideo="1" format="r1"%6$s>
              <media-rep kind="original-media" src="./%7$s"/>
            </asset>
          </resources>
          <library>
            <event name="%4$s recap">
              <project name="%4$s recap">
                <sequence format="r1" duration="%8$s" tcStart="0s" tcFormat="NDF">
                  <spine>
        %9$s          </spine>
                </sequence>
              </project>
            </event>
          </library>
        </fcpxml>
        """,
        time(1, rate),
        movie.width(),
        movie.height(),
        name,
        time(rate.frameAt(movie.durationSeconds()), rate),
        sound ? " hasAudio=\"1\" audioSources=\"1\" audioChannels=\"2\" audioRate=\"48000\"" : "",
        address(filmName),
        time(cuts.frames(), rate),
        clips);
  }

  private static String time(long frames, FrameRate rate) {
    return frames == 0
        ? "0s"
        : String.format(Locale.ROOT, "%d/%ds", frames * rate.denominator(), rate.numerator());
  }

  private static String address(String filmName) {
    return escaped(
        java.net.URLEncoder.encode(filmName, java.nio.charset.StandardCharsets.UTF_8)
            .replace("+", "%20"));
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
