package com.movierecap.media.ffmpeg;

import com.movierecap.media.ffmpeg.FilmProbe.Colour;
import com.movierecap.media.ffmpeg.FilmProbe.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * What a film's numbers mean in colours, the same for all that is made of it: small pictures for
 * the analysis, recaps, posters and storyboards. A recap, which is YCbCr of 8 bits, keeps them and
 * says which they are: players take what says nothing for BT.709, or not.
 *
 * <p>Films brighter and more colourful than BT.709 can say (PQ and HLG by BT.2100) are shown within
 * it: made linear, so that white of 203 nits (BT.2408) is one, bent only where it is brighter than
 * four fifths of that, and back. RGB, as screens are recorded in, becomes BT.709, or BT.601 where
 * it has no more pixels than standard definition; films that do not say are taken for the same.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html#tonemap-1">FFmpeg's tonemap</a>
 */
public final class Colours {
  /** Of 720 lines or cut to fewer. */
  private static final int HIGH_DEFINITION_WIDTH = 1280;

  private static final int STANDARD_DEFINITION_LINES = 576;
  private static final String HD = "bt709";
  private static final String SD = "smpte170m";

  private Colours() {}

  /**
   * FFmpeg's name of the matrix by which the numbers are to be read once {@link #filters} were
   * applied.
   */
  public static String matrix(Picture picture) {
    Colour colour = picture.colour();
    if (colour.wideRange()) {
      return HD;
    }
    return colour.rgb() || colour.matrix().isEmpty() ? usual(picture) : colour.matrix();
  }

  /**
   * Filters for a picture in video range, with a comma before them; to be put behind those that
   * change its size.
   */
  public static String filters(Picture picture) {
    Colour colour = picture.colour();
    if (colour.wideRange()) {
      return wide(colour) + tags(HD, HD, HD);
    }
    String matrix = matrix(picture);
    if (colour.rgb()) {
      return ",scale=out_color_matrix="
          + matrix
          + ":out_range=tv,format=yuv420p"
          + tags(matrix, HD, matrix);
    }
    boolean silent = (colour.primaries() + colour.transfer() + colour.matrix()).isEmpty();
    return silent && matrix.equals(HD)
        ? tags(HD, HD, HD)
        : tags(colour.primaries(), colour.transfer(), matrix);
  }

  /** Films of a wide range that name no primaries or matrix mean those of BT.2020. */
  private static String wide(Colour colour) {
    return ",zscale=tin="
        + colour.transfer()
        + ":min=bt2020nc:pin=bt2020:rin=tv:t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,"
        + "tonemap=tonemap=mobius:param=0.8:desat=0:peak=20,zscale=t=bt709:m=bt709:p=bt709:r=tv";
  }

  private static String usual(Picture picture) {
    return picture.width() >= HIGH_DEFINITION_WIDTH || picture.height() > STANDARD_DEFINITION_LINES
        ? HD
        : SD;
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
