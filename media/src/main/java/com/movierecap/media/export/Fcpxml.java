package com.movierecap.media.export;

import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.Original;
import com.movierecap.media.rendering.Cut;
import com.movierecap.media.rendering.CutList;
import java.util.Locale;
import java.util.Objects;

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
    Original original = Objects.requireNonNullElse(movie.original(), usual(movie));
    String name = escaped(filmName);
    boolean sound = movie.audioCodec() != null;
    String counted = cuts.dropFrame() ? "DF" : "NDF";
    StringBuilder clips = new StringBuilder();
    for (CutList.Event event : cuts.events()) {
      Cut cut = event.cut();
      clips.append(
          String.format(
              Locale.ROOT,
              "            <asset-clip ref=\"r2\" name=\"%s\" offset=\"%s\" start=\"%s\""
                  + " duration=\"%s\"%s format=\"r1\" tcFormat=\"%s\"/>\n",
              name,
              time(cut.recapFrame(), rate),
              time(cuts.tapeFrame() + cut.filmFrame(), rate),
              time(cut.frames(), rate),
              sound && cut.split()
                  ? String.format(
                      Locale.ROOT,
                      " audioStart=\"%s\" audioDuration=\"%s\"",
                      time(cuts.tapeFrame() + cut.soundFilmFrame(), rate),
                      time(cut.soundFrames(), rate))
                  : "",
              counted));
    }
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE fcpxml>
        <fcpxml version="1.10">
          <resources>
            <format id="r1" frameDuration="%1$s" width="%2$d" height="%3$d"%10$s/>
        %11$s    <asset id="r2" name="%4$s" start="%12$s" duration="%5$s" hasVideo="1" format="r1"%6$s>
              <media-rep kind="original-media" src="./%7$s"/>
            </asset>
          </resources>
          <library>
            <event name="%4$s recap">
              <project name="%4$s recap">
                <sequence format="%13$s" duration="%8$s" tcStart="0s" tcFormat="%14$s">
                  <spine>
        %9$s          </spine>
                </sequence>
              </project>
            </event>
          </library>
        </fcpxml>
        """,
        time(1, rate),
        original.width(),
        original.height(),
        name,
        time(rate.frameAt(movie.durationSeconds()), rate),
        sound ? sound(original) : "",
        address(filmName),
        time(cuts.frames(), rate),
        clips,
        original.squarePixels()
            ? ""
            : String.format(
                Locale.ROOT,
                " paspH=\"%d\" paspV=\"%d\"",
                original.pixelWidth(),
                original.pixelHeight()),
        original.squarePixels()
            ? ""
            : String.format(
                Locale.ROOT,
                "    <format id=\"r3\" frameDuration=\"%s\" width=\"%d\" height=\"%d\"/>\n",
                time(1, rate),
                movie.width(),
                movie.height()),
        time(cuts.tapeFrame(), rate),
        original.squarePixels() ? "r1" : "r3",
        counted);
  }

  /** What a film is taken for whose analysis does not tell how its file holds it. */
  private static Original usual(MovieInfo movie) {
    return new Original(movie.width(), movie.height(), 1, 1, 2, 48_000, null);
  }

  private static String sound(Original original) {
    return String.format(
        Locale.ROOT,
        " hasAudio=\"1\" audioSources=\"1\" audioChannels=\"%d\" audioRate=\"%d\"",
        Math.max(1, original.channels()),
        original.sampleRate());
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
