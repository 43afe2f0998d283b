package com.movierecap.media.rendering;

/**
 * Films brighter and more colourful than BT.709 can say (PQ and HLG by BT.2100) shown within it:
 * made linear, bent by Hable's curve, which keeps the shadows as they are, and back.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg-filters.html#tonemap-1">FFmpeg's tonemap</a>
 */
final class HighDynamicRange {
  private HighDynamicRange() {}

  /**
   * @param transfer FFmpeg's name of the film's curve
   * @return filters with a comma before them; empty for all other films
   */
  static String filters(String transfer) {
    return switch (transfer) {
      case "smpte2084", "arib-std-b67" ->
          ",zscale=tin="
              + transfer
              + ":min=bt2020nc:pin=bt2020:rin=tv:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,"
              + "tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:p=bt709:r=tv";
      default -> "";
    };
  }
}
