package com.movierecap.portal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in the sheet of small pictures the picture of a moment lies, as the sheet's WebVTT file
 * says: cue times are film times, cue texts are {@code storyboard.jpg#xywh=x,y,w,h}.
 *
 * @see <a href="https://www.w3.org/TR/media-frags/#naming-space">Media Fragments</a>
 */
public record Storyboard(List<Tile> tiles) {
  private static final Pattern CUE =
      Pattern.compile(
          "(?:(\\d+):)?(\\d{2}):(\\d{2}[.]\\d{3})\\s+-->\\s+(?:(\\d+):)?(\\d{2}):(\\d{2}[.]\\d{3})[^\\n]*\\n"
              + "[^\\n#]*#xywh=(?:pixel:)?(\\d+),(\\d+),(\\d+),(\\d+)");

  /** One picture, in pixels of the sheet. */
  public record Tile(double startSeconds, double endSeconds, int x, int y, int width, int height) {
    /** As an SVG {@code viewBox}, which crops the sheet and scales what is left. */
    public String viewBox() {
      return x + " " + y + " " + width + " " + height;
    }
  }

  public static Storyboard parse(String vtt) {
    var tiles = new ArrayList<Tile>();
    var matcher = CUE.matcher(vtt.replace("\r\n", "\n"));
    while (matcher.find()) {
      tiles.add(
          new Tile(
              seconds(matcher.group(1), matcher.group(2), matcher.group(3)),
              seconds(matcher.group(4), matcher.group(5), matcher.group(6)),
              Integer.parseInt(matcher.group(7)),
              Integer.parseInt(matcher.group(8)),
              Integer.parseInt(matcher.group(9)),
              Integer.parseInt(matcher.group(10))));
    }
    return new Storyboard(List.copyOf(tiles));
  }

  /** The picture of a moment: the last one that begins no later. */
  public Optional<Tile> at(double seconds) {
    Tile found = null;
    for (var tile : tiles) {
      // cue times are rounded to a millisecond
      if (tile.startSeconds() <= seconds + 0.002) {
        found = tile;
      }
    }
    return found == null ? tiles.stream().findFirst() : Optional.of(found);
  }

  private static double seconds(
      @org.jspecify.annotations.Nullable String hours, String minutes, String seconds) {
    return (hours == null ? 0 : Integer.parseInt(hours) * 3600)
        + Integer.parseInt(minutes) * 60
        + Double.parseDouble(seconds);
  }
}
