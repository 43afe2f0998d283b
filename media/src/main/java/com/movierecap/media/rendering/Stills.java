package com.movierecap.media.rendering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of the recap that are also wanted small and unencoded.
 *
 * @param tiles for the storyboard, in order
 * @param preview for the moving preview, in order
 */
record Stills(List<Long> tiles, List<Long> preview) {
  Stills within(Cut cut) {
    return new Stills(within(cut, tiles), within(cut, preview));
  }

  /** Counted within the cut. */
  private static List<Long> within(Cut cut, List<Long> recapPictures) {
    List<Long> within = new ArrayList<>();
    for (long picture : recapPictures) {
      if (picture >= cut.recapFrame() && picture < cut.recapEnd()) {
        within.add(picture - cut.recapFrame());
      }
    }
    return within;
  }

  /** Arguments that write the pictures of a filter's output as they are, one after the other. */
  static List<String> raw(String from, Path to) {
    return List.of(
        "-map",
        from,
        "-fps_mode",
        "passthrough",
        "-c:v",
        "rawvideo",
        "-f",
        "rawvideo",
        to.toString());
  }
}
