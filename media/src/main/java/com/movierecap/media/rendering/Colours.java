package com.movierecap.media.rendering;

import com.movierecap.media.ffmpeg.FilmProbe.Colour;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a film's colours what they are in its recap, which is YCbCr of 8 bits, and says which they
 * are: players take what says nothing for BT.709, or not.
 *
 * <p>Films brighter and more colourful than BT.709 can say (PQ and HLG by BT.2100) are shown within
 * it: made linear, so that white of 203 nits (BT.2408) is one, bent only where it is brighter than
 * four fifths of that, and back. RGB, as screens are recorded in, becomes BT.709, or BT.601 where
 * it has less than 720 lines.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html#tonemap-1">FFmpeg's tonemap</a>
 */
final class Colours {
  private static final int HIGH_DEFINITION_LINES = 720;
  private static final String HD = "bt709";
  private static final String SD = "smpte170m";

  private Colours() {}

  /**
   * @return filters with a comma before them; empty where the film says nothing of its colours
   */
  static String filters(SourceFilm film) {
    Colour colour = film.probe().picture().colour();
    if (colour.wideRange()) {
      return ",zscale=tin="
          + colour.transfer()
          + ":min=bt2020nc:pin=bt2020:rin=tv:t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,"
          + "tonemap=tonemap=mobius:param=0.8:desat=0:peak=20,zscale=t=bt709:m=bt709:p=bt709:r=tv"
          + tags(HD, HD, HD);
    }
    if (colour.rgb()) {
      boolean high = film.height() >= HIGH_DEFINITION_LINES;
      String matrix = high ? HD : SD;
      return ",scale=out_color_matrix="
          + matrix
          + ":out_range=tv,format=yuv420p"
          + tags(matrix, HD, matrix);
    }
    return tags(colour.primaries(), colour.transfer(), colour.matrix());
  }

  private static String tags(String primaries, String transfer, String matrix) {
    List<String> known = new ArrayList<>();
    tag(known, "color_primaries", primaries);
    tag(known, "color_trc", transfer);
    tag(known, "colorspace", matrix);
    return known.isEmpty() ? "" : ",setparams=" + String.join(":", known);
  }

  private static void tag(List<String> known, String name, String value) {
    if (!value.isEmpty()) {
      known.add(name + "=" + value);
    }
  }
}
